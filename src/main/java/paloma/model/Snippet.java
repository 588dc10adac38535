package paloma.model;

/**
 * The part of a text that shows what was found in it: one line of about eighty characters. Pure.
 */
public final class Snippet {
  /**
   * Characters on either side of the first hit; what is left over at one side goes to the other.
   */
  private static final int AROUND = 36;

  private static final int WIDTH = 80;

  private Snippet() {}

  public static String of(String text, String query) {
    var hits = PlainText.hits(text, query);
    int at = hits.isEmpty() ? 0 : hits.getFirst().from();
    int from = Math.clamp(at - AROUND, 0, Math.max(0, text.length() - WIDTH));
    int to = Math.min(text.length(), from + WIDTH);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) from--;
    if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to++;
    var line = text.substring(from, to).replaceAll("\\s+", " ").strip();
    return (from > 0 ? "…" : "") + line + (to < text.length() ? "…" : "");
  }
}
