package paloma.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Draws scenes to PNG files, without a window and so in any size. JavaFX thread. */
final class Studio {
  private Studio() {}

  static void draw(Scene scene, Path file) {
    Parent root = scene.getRoot();
    // Sizes that depend on sizes settle within three passes: narrow or wide, cells, wrapped text.
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
    var picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
