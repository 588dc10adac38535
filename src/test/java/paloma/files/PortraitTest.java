package paloma.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paloma.model.Picture;
import paloma.model.ProblemException;

final class PortraitTest {
  private static final int FAR = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void theMiddleOfAnImageBecomesASquareThatFitsAFrame(String format) throws IOException {
    var file = Images.file(folder.resolve("me.bin"), Images.halves(1200, 700), format);
    var bytes = Portrait.make(file);
    assertThat(bytes.length).isLessThanOrEqualTo(Picture.MAX_BYTES);
    var picture = Portrait.open(bytes).orElseThrow();
    assertThat(picture.width()).isEqualTo(Portrait.SIDE);
    assertThat(picture.height()).isEqualTo(Portrait.SIDE);
    assertColour(at(picture, 20, 128), 0xd02020);
    assertColour(at(picture, 235, 128), 0x2020d0);
  }

  @Test
  void aSmallImageIsNotBlownUp() throws IOException {
    var file = Images.file(folder.resolve("small.png"), Images.halves(40, 60), "png");
    var picture = Portrait.open(Portrait.make(file)).orElseThrow();
    assertThat(picture.width()).isEqualTo(40);
  }

  @Test
  void whatIsTransparentBecomesWhite() throws IOException {
    var clear = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    var file = Images.file(folder.resolve("clear.png"), clear, "png");
    assertColour(at(Portrait.open(Portrait.make(file)).orElseThrow(), 100, 100), 0xffffff);
  }

  @Test
  void aPhotoTakenWithACameraOnItsSideStandsUpright() throws IOException {
    var photo = exif(Images.encoded(Images.halves(400, 400), "jpeg"), 6);
    var picture =
        Portrait.open(Portrait.make(Files.write(folder.resolve("p.jpg"), photo))).orElseThrow();
    // Turned clockwise by a quarter, what was left is above.
    assertColour(at(picture, 128, 20), 0xd02020);
    assertColour(at(picture, 128, 235), 0x2020d0);
  }

  @Test
  void noiseOfAllColoursFitsAsWell() throws IOException {
    var random = new SplittableRandom(7);
    var noise = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 600 * 600; i++) noise.setRGB(i % 600, i / 600, random.nextInt());
    var bytes = Portrait.make(Images.file(folder.resolve("noise.png"), noise, "png"));
    assertThat(bytes.length).isLessThanOrEqualTo(Picture.MAX_BYTES);
  }

  @Test
  void aHeadThatPromisesTooManyPixelsIsRefusedBeforeAnyIsMade() throws IOException {
    var bomb = Files.write(folder.resolve("bomb.png"), Images.pngThatPromises(60_000, 60_000));
    assertProblem("picture-too-many-pixels", bomb);
    assertThat(Portrait.open(Images.pngThatPromises(60_000, 60_000))).isEmpty();
    assertThat(Portrait.open(Images.pngThatPromises(1, 200_000))).isEmpty();
  }

  @Test
  void whatIsNoImageIsRefusedWhateverItsName() throws IOException {
    assertProblem("picture-format", Files.writeString(folder.resolve("a.png"), "<svg/>"));
    assertProblem("picture-format", Files.writeString(folder.resolve("empty.jpg"), ""));
    assertProblem("file-missing", folder.resolve("gone.png"));
    assertProblem("file-unreadable", folder);
    var png = Images.encoded(Images.halves(300, 300), "png");
    var cut = java.util.Arrays.copyOf(png, 60);
    assertProblem("picture-unreadable", Files.write(folder.resolve("cut.png"), cut));
  }

  @Test
  void aFileOfMoreThanTenMebibytesIsRefused() throws IOException {
    var file = folder.resolve("large.png");
    try (var large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(Portrait.MOST_FILE + 1L);
    }
    assertProblem("picture-too-large", file);
  }

  @Test
  void bytesOfOthersAreAPictureOrNothingAndNeverAnError() throws IOException {
    var random = new SplittableRandom(11);
    for (var format : new String[] {"png", "jpeg"}) {
      var good = Images.encoded(Images.halves(64, 64), format);
      assertThat(Portrait.open(good)).isPresent();
      for (int i = 0; i < 400; i++) {
        var bad = good.clone();
        for (int n = 0; n < 4; n++) bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        Portrait.open(bad).ifPresent(p -> assertThat(p.width()).isLessThanOrEqualTo(512));
      }
    }
    assertThat(Portrait.open(Images.encoded(Images.halves(600, 600), "jpeg"))).isEmpty();
    assertThat(Portrait.open(Images.encoded(Images.halves(9, 9), "gif"))).isEmpty();
  }

  private static byte[] exif(byte[] jpeg, int orientation) {
    var tiff =
        ByteBuffer.allocate(26)
            .putInt(0x4d4d002a)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x112);
    tiff.putShort((short) 3).putInt(1).putShort((short) orientation);
    int length = 2 + 6 + tiff.capacity();
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) length)
        .putInt(0x45786966)
        .putShort((short) 0)
        .put(tiff.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static int at(Picture picture, int x, int y) {
    return picture.argb()[y * picture.width() + x];
  }

  private static void assertColour(int argb, int rgb) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(Math.abs((argb >> shift & 0xff) - (rgb >> shift & 0xff)))
          .as("%08x is about %06x", argb, rgb)
          .isLessThan(FAR);
    }
  }

  private static void assertProblem(String code, Path file) {
    assertThatThrownBy(() -> Portrait.make(file))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
