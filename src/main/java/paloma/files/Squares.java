package paloma.files;

import java.awt.image.BufferedImage;

/**
 * A square image, smaller: each pixel is the mean of those it stands for, on white. By hand,
 * because Java's own drawing would look for a screen. Pure.
 */
final class Squares {
  private static final int WHITE = 255;

  private Squares() {}

  static BufferedImage of(BufferedImage image, int most, Orientation held) {
    int cut = Math.min(image.getWidth(), image.getHeight());
    var from = image.getRGB(0, 0, cut, cut, null, 0, cut);
    int side = Math.min(cut, most);
    var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int pixel = mean(from, cut, side, x, y);
        switch (held) {
          case UPRIGHT -> square.setRGB(x, y, pixel);
          case TURNED_LEFT -> square.setRGB(side - 1 - y, x, pixel);
          case UPSIDE_DOWN -> square.setRGB(side - 1 - x, side - 1 - y, pixel);
          case TURNED_RIGHT -> square.setRGB(y, side - 1 - x, pixel);
        }
      }
    }
    return square;
  }

  private static int mean(int[] from, int cut, int side, int x, int y) {
    int fromX = x * cut / side;
    int toX = Math.max(fromX + 1, (x + 1) * cut / side);
    int fromY = y * cut / side;
    int toY = Math.max(fromY + 1, (y + 1) * cut / side);
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int row = fromY; row < toY; row++) {
      for (int column = fromX; column < toX; column++) {
        int argb = from[row * cut + column];
        int alpha = argb >>> 24;
        red += onWhite(argb >> 16 & 0xff, alpha);
        green += onWhite(argb >> 8 & 0xff, alpha);
        blue += onWhite(argb & 0xff, alpha);
      }
    }
    long count = (long) (toX - fromX) * (toY - fromY);
    return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
  }

  private static int onWhite(int colour, int alpha) {
    return (colour * alpha + WHITE * (255 - alpha)) / 255;
  }
}
