package paloma.ui.parts;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import paloma.model.Hash;
import paloma.model.Picture;

/**
 * Pictures of people by their hash, which says all about them: one place for every page. An avatar
 * whose picture is not here yet shows letters and is dressed when it comes. JavaFX thread.
 */
public final class Portraits {
  /** 64 KiB each; those that were looked at last. */
  private static final int MOST = 256;

  /** Pixels of a side: enough for the largest avatar but one on a screen of double density. */
  private static final int SIDE = 128;

  private static final Map<Hash, Image> IMAGES = new LinkedHashMap<>(16, 0.75f, true);
  private static final Map<Hash, List<WeakReference<Avatar>>> WAITING = new HashMap<>();
  private static Consumer<Hash> source = _ -> {};

  private Portraits() {}

  /** Where pictures come from: is asked for one and keeps it here, later, if it is there. */
  public static void source(Consumer<Hash> asked) {
    source = asked;
  }

  static void dress(Avatar avatar, Hash hash) {
    var image = IMAGES.get(hash);
    if (image != null) {
      avatar.setPicture(image);
      return;
    }
    var waiting = WAITING.computeIfAbsent(hash, _ -> new ArrayList<>());
    waiting.removeIf(ref -> ref.get() == null);
    waiting.add(new WeakReference<>(avatar));
    source.accept(hash);
  }

  /** Perhaps it has come by now: asks again if somebody waits. */
  public static void news(Hash hash) {
    if (hash != null && WAITING.containsKey(hash)) source.accept(hash);
  }

  public static void keep(Hash hash, Picture picture) {
    var image = image(picture);
    IMAGES.put(hash, image);
    if (IMAGES.size() > MOST) IMAGES.remove(IMAGES.keySet().iterator().next());
    var waiting = WAITING.remove(hash);
    if (waiting == null) return;
    for (var ref : waiting) {
      var avatar = ref.get();
      if (avatar != null) avatar.setPicture(image);
    }
  }

  private static Image image(Picture picture) {
    int step = Math.max(1, Math.min(picture.width(), picture.height()) / SIDE);
    int width = picture.width() / step;
    int height = picture.height() / step;
    var pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) pixels[y * width + x] = mean(picture, x, y, step);
    }
    var image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  private static int mean(Picture picture, int x, int y, int step) {
    int[] sums = new int[4];
    for (int dy = 0; dy < step; dy++) {
      for (int dx = 0; dx < step; dx++) {
        int argb = picture.argb()[(y * step + dy) * picture.width() + x * step + dx];
        for (int part = 0; part < 4; part++) sums[part] += argb >>> (8 * part) & 0xff;
      }
    }
    int count = step * step;
    int argb = 0;
    for (int part = 0; part < 4; part++) argb |= sums[part] / count << (8 * part);
    return argb;
  }
}
