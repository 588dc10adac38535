package paloma.platform;

import java.util.List;

/** An icon beside the clock. Thread-safe; actions run on any thread. */
public interface Tray extends AutoCloseable {
  /** What can be done from the icon's menu; a blank text is a line between groups. */
  record Entry(String text, Runnable action) {
    public static Entry separator() {
      return new Entry("", () -> {});
    }

    public boolean isSeparator() {
      return text.isBlank();
    }
  }

  /**
   * How the icon looks.
   *
   * @param size width and height in pixels
   * @param argb rows of pixels from the top
   */
  record Picture(int size, int[] argb) {}

  /** Changes picture and tooltip, for instance with the number of unread messages. */
  void change(Picture picture, String tooltip);

  void menu(List<Entry> entries);

  @Override
  void close();
}
