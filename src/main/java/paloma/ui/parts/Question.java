package paloma.ui.parts;

/**
 * Something that wants a yes before it is done, because it cannot be undone.
 *
 * @param yes the words of the button that does it
 * @param action what is done then
 */
public record Question(String title, String words, String yes, Runnable action) {}
