package paloma.files;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import paloma.model.Picture;
import paloma.model.Problem;
import paloma.model.ProblemException;

/**
 * The picture of somebody: made from any image file, and read again from bytes of others. Both look
 * at the head before a pixel is decoded, and nothing is ever passed on as it came. Pure but for the
 * file.
 */
public final class Portrait {
  /** Pixels of a side: twice the largest place where it is shown. */
  public static final int SIDE = 256;

  /** Bytes of a file that somebody chooses. */
  public static final int MOST_FILE = 10 * 1024 * 1024;

  /** A picture that others made may have sides of so many pixels. */
  private static final int MOST_SIDE = 512;

  /** What a camera takes; more would not fit the memory of a small computer. */
  private static final long MOST_PIXELS = 40_000_000;

  /** Sub-sampled while it is decoded, so far that this side is still there. */
  private static final int DECODED = 4 * SIDE;

  private static final float[] QUALITIES = {0.9f, 0.8f, 0.6f, 0.4f};

  private Portrait() {}

  /** Cuts a picture out of the middle of an image file and encodes it anew. */
  public static byte[] make(Path file) {
    var name = String.valueOf(file.getFileName());
    var bytes = read(file, name);
    var kind = PictureKind.of(bytes);
    if (kind.isEmpty()) throw Problem.usage("picture-format", name).exception();
    try {
      var image = decode(bytes, kind.get(), MOST_PIXELS, name, true);
      var upright = kind.get() == PictureKind.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT;
      return encode(Squares.of(image, SIDE, upright));
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Problem.failed("picture-unreadable", name).exception();
    }
  }

  private static byte[] read(Path file, String name) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_FILE + 1);
      if (bytes.length > MOST_FILE) {
        throw Problem.usage("picture-too-large", name, String.valueOf(MOST_FILE >> 20)).exception();
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw Problem.failed("file-missing", file.toString()).exception();
    } catch (IOException e) {
      throw Problem.failed("file-unreadable", file.toString()).exception();
    }
  }

  /** Decodes bytes that somebody sent; empty when they are no picture of somebody. */
  public static Optional<Picture> open(byte[] bytes) {
    var kind = PictureKind.of(bytes).filter(k -> k != PictureKind.GIF);
    if (kind.isEmpty() || bytes.length > Picture.MAX_BYTES) return Optional.empty();
    try {
      var image = decode(bytes, kind.get(), MOST_SIDE * MOST_SIDE, "", false);
      int width = image.getWidth();
      int height = image.getHeight();
      if (width > MOST_SIDE || height > MOST_SIDE) return Optional.empty();
      var argb = image.getRGB(0, 0, width, height, null, 0, width);
      return Optional.of(new Picture(width, height, argb));
    } catch (IOException | RuntimeException e) {
      // A decoder that stumbles over hostile bytes may throw anything; they are no picture.
      return Optional.empty();
    }
  }

  private static BufferedImage decode(
      byte[] bytes, PictureKind kind, long most, String name, boolean square) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      // Ignoring metadata leaves packed texts and profiles inside packed.
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > most) {
        throw Problem.usage("picture-too-many-pixels", name, String.valueOf(most / 1_000_000))
            .exception();
      }
      var how = reader.getDefaultReadParam();
      int side = Math.min(width, height);
      int every = Math.max(1, side / DECODED);
      if (square) {
        how.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
      }
      how.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, how);
    } finally {
      reader.dispose();
    }
  }

  private static byte[] encode(BufferedImage square) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      for (float quality : QUALITIES) {
        var bytes = new ByteArrayOutputStream();
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
          writer.setOutput(out);
          writer.write(null, new IIOImage(square, null, null), how);
        }
        if (bytes.size() <= Picture.MAX_BYTES) return bytes.toByteArray();
      }
    } finally {
      writer.dispose();
    }
    throw new IOException("no quality makes it small enough");
  }
}
