package paloma.lan;

/** Whether the long form of the tests was asked for: {@code mvn -Pwhole verify}. */
final class Whole {
  static final boolean RUN = Boolean.getBoolean("paloma.whole");

  private Whole() {}
}
