package paloma.model;

import java.util.List;

/**
 * Something that went wrong, without words: the front-ends find the sentence under {@code
 * problem.CODE.says} and what can be done under {@code problem.CODE.hint} and fill in the details.
 *
 * @param code a stable word such as {@code port-taken}
 * @param kind how grave it is for a caller
 * @param details what the sentence names, in the order of its placeholders
 */
public record Problem(String code, Kind kind, List<String> details) {
  /** What a failed request means to a caller; the command line maps it to exit codes. */
  public enum Kind {
    FAILED,
    USAGE,
    UNKNOWN,
    TIMED_OUT,
    REFUSED
  }

  public static Problem failed(String code, String... details) {
    return new Problem(code, Kind.FAILED, List.of(details));
  }

  public static Problem unknown(String code, String... details) {
    return new Problem(code, Kind.UNKNOWN, List.of(details));
  }

  public static Problem refused(String code, String... details) {
    return new Problem(code, Kind.REFUSED, List.of(details));
  }

  public static Problem usage(String code, String... details) {
    return new Problem(code, Kind.USAGE, List.of(details));
  }

  /** This problem as an exception. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
