package paloma.log;

import paloma.model.Body;
import paloma.model.EventHeader;

/** An event that was accepted; the body is null where it vanished or was not acceptable. */
public record Said(EventHeader header, Body body) {}
