package paloma.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files for tests: whole ones and those that lie. */
public final class Images {
  private Images() {}

  /** Left half red, right half blue, with a grey corner at the upper left. */
  public static BufferedImage halves(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) image.setRGB(x, y, x < width / 2 ? 0xd02020 : 0x2020d0);
    }
    return image;
  }

  public static byte[] encoded(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) throw new IOException("no " + format);
    return bytes.toByteArray();
  }

  public static Path file(Path file, BufferedImage image, String format) throws IOException {
    return Files.write(file, encoded(image, format));
  }

  /** A PNG of a few bytes whose head promises so many pixels. */
  public static byte[] pngThatPromises(int width, int height) throws IOException {
    var png = encoded(halves(8, 8), "png");
    var head = ByteBuffer.wrap(png);
    head.putInt(16, width).putInt(20, height);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    head.putInt(29, (int) crc.getValue());
    return png;
  }
}
