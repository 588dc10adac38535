package paloma.model;

/** A request that could not be done, with the reason that a person will be told. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, Throwable cause) {
    super(problem.code() + " " + problem.details(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
