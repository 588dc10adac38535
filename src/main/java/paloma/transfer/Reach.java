package paloma.transfer;

import java.io.IOException;
import paloma.model.DeviceId;
import paloma.wire.Link;

/** How transfers get to a peer: a port, so that they know nothing of addresses. */
public interface Reach {
  /** A new link for files; fails when the peer can't be reached now. May block for seconds. */
  Link dialFiles(DeviceId peer) throws IOException;
}
