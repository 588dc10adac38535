package paloma.ui.shell;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import paloma.platform.Tray;

/** The app mark for the tray, with a dot while something is unread. */
public final class TrayPicture {
  private static final int SIZE = 32;
  private static final int DOT = 0xFFC9402F;
  private static final int RING = 0xFFFFFFFF;

  private TrayPicture() {}

  public static Tray.Picture of(boolean unread) {
    var icon = TrayPicture.class.getResource("/icons/paloma-32.png");
    var image = new Image(icon.toExternalForm(), SIZE, SIZE, true, true);
    var argb = new int[SIZE * SIZE];
    image
        .getPixelReader()
        .getPixels(0, 0, SIZE, SIZE, PixelFormat.getIntArgbInstance(), argb, 0, SIZE);
    if (unread) dot(argb);
    return new Tray.Picture(SIZE, argb);
  }

  /** Upper right, with a ring so that it stands out from the mark. */
  private static void dot(int[] argb) {
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double away = Math.hypot(x - 24, y - 7);
        if (away < 7.5) argb[y * SIZE + x] = away < 5.5 ? DOT : RING;
      }
    }
  }
}
