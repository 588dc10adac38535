package paloma.model;

import java.io.IOException;

/** Bytes from outside that are not what they should be. Costs the connection that brought them. */
public final class MalformedException extends IOException {
  private static final long serialVersionUID = 1;

  public MalformedException(String what) {
    super(what);
  }
}
