package paloma.ui.parts;

/** Where the words come from: {@code words::say} of the settings room, or a test's own. */
@FunctionalInterface
public interface Phrases {
  /** The words under a key, with their placeholders filled in. */
  String say(String key, Object... args);
}
