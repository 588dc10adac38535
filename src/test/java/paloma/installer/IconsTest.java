package paloma.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** That the icons of the installers are what Windows and macOS read, and show our mark. */
final class IconsTest {
  private static final Map<String, Integer> OF_MACOS =
      Map.of(
          "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256, "ic14", 512, "ic09", 512,
          "ic10", 1024);

  @Test
  void theIconForWindowsHoldsThePicturesOfTheAssets() throws IOException {
    var bytes = Files.readAllBytes(Path.of("installer/windows/paloma.ico"));
    var icon = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(icon.getShort()).isZero();
    assertThat(icon.getShort()).as("an icon, not a cursor").isEqualTo((short) 1);
    int count = icon.getShort();
    var sizes = new ArrayList<Integer>();
    int expected = 6 + 16 * count;
    for (int i = 0; i < count; i++) {
      int side = Byte.toUnsignedInt(icon.get());
      if (side == 0) side = 256;
      assertThat(Byte.toUnsignedInt(icon.get())).isEqualTo(side % 256);
      assertThat(icon.getShort()).isZero();
      assertThat(icon.getShort()).isEqualTo((short) 1);
      assertThat(icon.getShort()).as("bits of a pixel").isEqualTo((short) 32);
      int length = icon.getInt();
      int at = icon.getInt();
      assertThat(at).isEqualTo(expected);
      expected += length;
      sizes.add(side);
      var file = Path.of("assets/icons/paloma-" + side + ".png");
      if (side == 256) {
        assertThat(new String(bytes, at + 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(Arrays.copyOfRange(bytes, at, at + length)).isEqualTo(Files.readAllBytes(file));
      } else {
        samePixels(icon, at, ImageIO.read(file.toFile()));
      }
    }
    assertThat(expected).isEqualTo(bytes.length);
    assertThat(sizes).isEqualTo(List.of(16, 24, 32, 48, 64, 128, 256));
  }

  private static void samePixels(ByteBuffer icon, int at, BufferedImage image) {
    int side = image.getWidth();
    assertThat(icon.getInt(at)).as("length of the head").isEqualTo(40);
    assertThat(icon.getInt(at + 4)).isEqualTo(side);
    assertThat(icon.getInt(at + 8)).as("picture and mask").isEqualTo(2 * side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int pixel = icon.getInt(at + 40 + 4 * ((side - 1 - y) * side + x));
        assertThat(pixel).isEqualTo(image.getRGB(x, y));
      }
    }
  }

  @Test
  void theIconForMacOsHoldsEverySizeUpTo1024() throws IOException {
    var pictures = pictures();
    assertThat(pictures.keySet()).containsExactlyInAnyOrderElementsOf(OF_MACOS.keySet());
    for (var entry : pictures.entrySet()) {
      var image = entry.getValue();
      assertThat(image.getWidth()).as(entry.getKey()).isEqualTo(OF_MACOS.get(entry.getKey()));
      assertThat(image.getHeight()).isEqualTo(image.getWidth());
      int side = image.getWidth();
      assertThat(image.getRGB(0, 0) >>> 24).as("air around the body").isZero();
      // The ground at the left, the bird's body in the middle: colours of the mark.
      assertThat(image.getRGB(side * 3 / 16, side / 2)).isEqualTo(0xFF0A6E80);
      assertThat(image.getRGB(side / 2, side * 10 / 16)).isEqualTo(0xFFFFFFFF);
    }
  }

  private static Map<String, BufferedImage> pictures() throws IOException {
    var icon = ByteBuffer.wrap(Files.readAllBytes(Path.of("installer/macos/paloma.icns")));
    assertThat(name(icon)).isEqualTo("icns");
    assertThat(icon.getInt()).isEqualTo(icon.capacity());
    var found = new LinkedHashMap<String, BufferedImage>();
    while (icon.hasRemaining()) {
      var type = name(icon);
      var content = new byte[icon.getInt() - 8];
      icon.get(content);
      assertThat(found.put(type, ImageIO.read(new ByteArrayInputStream(content)))).isNull();
    }
    return found;
  }

  private static String name(ByteBuffer icon) {
    var letters = new byte[4];
    icon.get(letters);
    return new String(letters, StandardCharsets.US_ASCII);
  }
}
