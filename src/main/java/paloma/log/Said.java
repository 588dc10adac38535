package paloma.log;

import paloma.model.Body;
import paloma.model.EventHeader;

/**
 * An event that was accepted; the body is null where it vanished or was not acceptable.
 *
 * @param again whether its author had said the same in another epoch, and it was here
 */
public record Said(EventHeader header, Body body, boolean again) {}
