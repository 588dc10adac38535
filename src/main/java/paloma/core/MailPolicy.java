package paloma.core;

/**
 * What is done with mail for absent people.
 *
 * @param leave ours is left with colleagues
 * @param carry colleagues may leave theirs here
 */
public record MailPolicy(boolean leave, boolean carry) {
  public static MailPolicy usual() {
    return new MailPolicy(true, true);
  }
}
