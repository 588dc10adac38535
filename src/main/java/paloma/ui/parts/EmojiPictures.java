package paloma.ui.parts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.image.Image;

/**
 * The colour pictures of emoji, because JavaFX draws none on Linux. Read when first wanted, the
 * latest few hundred are kept. JavaFX thread.
 */
public final class EmojiPictures {
  /** 48 x 48 x 4 bytes each: 2.4 MB. */
  private static final int KEPT = 256;

  private static final EmojiPictures SHARED = new EmojiPictures();

  private record Place(int pack, int offset, int length) {}

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<List<String>> categories = new ArrayList<>();
  private final LinkedHashMap<String, Image> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Image> eldest) {
          return size() > KEPT;
        }
      };

  private EmojiPictures() {}

  /** The picture of one emoji, whatever its length; empty when there is none. */
  public static Optional<Image> of(String emoji) {
    return SHARED.picture(emoji);
  }

  public static boolean has(String emoji) {
    return SHARED.index().containsKey(key(emoji));
  }

  /** The emoji of a category without their skin tones, 0 (faces) to 8 (flags). */
  public static List<String> category(int category) {
    SHARED.index();
    return SHARED.categories.get(category);
  }

  private Optional<Image> picture(String emoji) {
    var key = key(emoji);
    var place = index().get(key);
    return place == null
        ? Optional.empty()
        : Optional.of(kept.computeIfAbsent(key, _ -> read(place)));
  }

  private static Image read(Place place) {
    try (var in = open("pictures-" + place.pack + ".pack")) {
      in.skipNBytes(place.offset);
      return new Image(new ByteArrayInputStream(in.readNBytes(place.length)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Place> index() {
    if (!places.isEmpty()) return places;
    try (var in = open("index.txt")) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }

  private void add(String line) {
    var parts = line.split(" ");
    places.put(
        parts[0],
        new Place(
            Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
    if (parts[4].equals("-")) return;
    int category = Integer.parseInt(parts[4]);
    while (categories.size() <= category) categories.add(new ArrayList<>());
    categories.get(category).add(characters(parts[0]));
  }

  private static InputStream open(String name) {
    var in = EmojiPictures.class.getResourceAsStream("/emoji/" + name);
    if (in == null) throw new IllegalStateException("no emoji/" + name);
    return in;
  }

  /** Code points in hex; U+FE0F only asks for the picture. */
  private static String key(String emoji) {
    return emoji
        .codePoints()
        .filter(c -> c != 0xfe0f)
        .mapToObj("%04x"::formatted)
        .collect(Collectors.joining("-"));
  }

  /** What is typed for a key: with U+FE0F where a plain character would be text. */
  private static String characters(String key) {
    var out = new StringBuilder();
    for (var hex : key.split("-")) {
      int c = Integer.parseInt(hex, 16);
      out.appendCodePoint(c);
      if (out.length() == 1 && !Character.isEmojiPresentation(c)) out.append('\ufe0f');
    }
    if (out.codePointCount(0, out.length()) == 1
        && !Character.isEmojiPresentation(out.codePointAt(0))) out.append('\ufe0f');
    return out.toString();
  }
}
