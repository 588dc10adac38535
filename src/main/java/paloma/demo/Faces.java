package paloma.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of people who do not exist: a sun over hills, of another colour for each. */
final class Faces {
  private static final int SIDE = 256;
  private static final int[][] SKIES = {
    {0xf6d7a7, 0xe58f65, 0x5b7f5e}, {0xbfe0ee, 0x6ba4c8, 0x2f5d50}, {0xf2c4ce, 0xa06cb0, 0x45436e}
  };

  private Faces() {}

  static Path draw(Path file, int which) throws IOException {
    var colours = SKIES[Math.floorMod(which, SKIES.length)];
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) image.setRGB(x, y, pixel(colours, x, y));
    }
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static int pixel(int[] colours, int x, int y) {
    double hill = SIDE * (0.68 + 0.1 * Math.sin(x / 40.0)) - x / 12.0;
    if (y > hill) return colours[2];
    if (Math.hypot(x - 165, y - 90) < 38) return 0xfff6d8;
    return mixed(colours[0], colours[1], y / hill);
  }

  private static int mixed(int one, int other, double part) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = one >> shift & 0xff;
      int to = other >> shift & 0xff;
      mixed |= (int) (from + (to - from) * part) << shift;
    }
    return mixed;
  }
}
