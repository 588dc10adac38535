package paloma.cli.control;

/**
 * Answers one command. {@link #begin} runs in the order of the requests of a connection and must
 * return soon; {@link Finish} runs on a task of its own and may wait.
 */
@FunctionalInterface
interface Handler {
  Finish begin(Request request);

  /** The rest of an answer; returns the exit code. */
  @FunctionalInterface
  interface Finish {
    int finish(Reply reply) throws InterruptedException;
  }

  /** A handler whose requests need no order among each other. */
  static Handler rows(Answer answer) {
    return request ->
        reply -> {
          answer.answer(request, reply);
          return Exit.DONE;
        };
  }

  /** An answer that is done when its rows are written. */
  @FunctionalInterface
  interface Answer {
    void answer(Request request, Reply reply);
  }
}
