package paloma.wire;

import java.io.IOException;

/** A link that could not be made, and whose doing that is. */
public final class WireException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why there is no link. */
  public enum Reason {
    /** Nobody answers there. */
    UNREACHABLE,
    /** Somebody answers who does not hold that key. */
    ANOTHER_KEY,
    /** The other side speaks no version that we do. */
    VERSION,
    /** The other side is ourselves: the same key. */
    OURSELVES,
    /** The other side broke the protocol. */
    MALFORMED
  }

  private final Reason reason;

  public WireException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
