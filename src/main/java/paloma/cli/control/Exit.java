package paloma.cli.control;

import paloma.model.Problem;

/** What a command ends with: the exit codes of the command line, a contract. */
public final class Exit {
  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_RUNNING = 3;
  public static final int UNKNOWN = 4;
  public static final int TIMED_OUT = 5;
  public static final int REFUSED = 6;

  private Exit() {}

  public static int of(Problem.Kind kind) {
    return switch (kind) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case UNKNOWN -> UNKNOWN;
      case TIMED_OUT -> TIMED_OUT;
      case REFUSED -> REFUSED;
    };
  }
}
