package paloma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast after WCAG 2, computed from the style sheets themselves. */
final class ThemeColoursTest {
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3.0;

  private static final Pattern TOKEN = Pattern.compile("-p-([a-z0-9-]+): #([0-9A-Fa-f]{6});");
  private static final List<String> GROUNDS =
      List.of("rail", "list", "canvas", "surface", "hover", "selected", "fill", "own", "other");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsCanBeReadOnEveryGround(String sheet) throws IOException {
    var tokens = tokens(sheet);
    var low = new ArrayList<String>();
    for (var words : List.of("text", "text2", "accent", "danger", "warn", "ok")) {
      for (var ground : GROUNDS) check(tokens, words, ground, TEXT, low);
    }
    assertThat(low).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void wordsCanBeReadOnFilledAndSoftGrounds(String sheet) throws IOException {
    var tokens = tokens(sheet);
    var low = new ArrayList<String>();
    for (var ground : List.of("accent", "accent-hover", "accent-press", "danger")) {
      check(tokens, "on-accent", ground, TEXT, low);
    }
    for (var mood : List.of("danger", "warn", "ok")) {
      check(tokens, mood, mood + "-soft", TEXT, low);
    }
    check(tokens, "on-mark", "mark", TEXT, low);
    assertThat(low).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void controlsAndPresenceCanBeSeen(String sheet) throws IOException {
    var tokens = tokens(sheet);
    var low = new ArrayList<String>();
    check(tokens, "control", "surface", SHAPE, low);
    check(tokens, "accent", "surface", SHAPE, low);
    for (var presence : List.of("online", "away", "busy", "offline")) {
      for (var ground : List.of("list", "rail", "selected")) {
        // Rounded to one place, as look.md states it.
        check(tokens, presence, ground, SHAPE - 0.05, low);
      }
    }
    assertThat(low).isEmpty();
  }

  private static void check(
      Map<String, Integer> tokens, String front, String back, double least, List<String> low) {
    double found = contrast(tokens.get(front), tokens.get(back));
    if (found < least) low.add("%s on %s: %.2f".formatted(front, back, found));
  }

  private static Map<String, Integer> tokens(String sheet) throws IOException {
    try (var in = ThemeColoursTest.class.getResourceAsStream("/style/" + sheet + ".css")) {
      var found = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      var tokens = new HashMap<String, Integer>();
      while (found.find()) tokens.put(found.group(1), Integer.parseInt(found.group(2), 16));
      assertThat(tokens).hasSizeGreaterThan(30);
      return tokens;
    }
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
