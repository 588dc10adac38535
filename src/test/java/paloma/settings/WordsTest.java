package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paloma.doctor.Check;
import paloma.model.Problem;

final class WordsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
  private static final Pattern CODE =
      Pattern.compile(
          "Problem\\s*\\.(?:failed|unknown|refused|usage)\\(\\s*\"([a-z0-9-]+)\"\\s*[,)]");

  private static final List<String> CHECKS =
      List.of(
          "interface",
          "multicast-in",
          "multicast-out",
          "broadcast",
          "mdns",
          "hear",
          "heard",
          "tcp-in",
          "tcp-out",
          "port",
          "clone",
          "version");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameKeys(Language language) {
    assertThat(Words.load(language).keySet()).isEqualTo(Words.load(Language.EN).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageNamesTheSameThings(Language language) {
    var english = Words.load(Language.EN);
    var wrong = new ArrayList<String>();
    Words.load(language)
        .forEach((key, pattern) -> {
          if (!placeholders(pattern).equals(placeholders(english.getOrDefault(key, "")))) {
            wrong.add(key);
          }
        });
    assertThat(wrong).isEmpty();
  }

  /** In a pattern a single apostrophe would swallow what follows it. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void apostrophesAreWrittenTwice(Language language) {
    assertThat(Words.load(language).entrySet())
        .filteredOn(e -> e.getValue().replace("''", "").contains("'"))
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void everyProblemOfTheSourcesHasWords() throws IOException {
    var words = Words.in(Language.EN);
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
      }
    }
    assertThat(codes).contains("profile-in-use", "disk-full");
    assertThat(codes).allMatch(code -> words.has("problem." + code + ".says"));
    assertThat(codes).allMatch(code -> words.has("problem." + code + ".hint"));
  }

  @Test
  void everyResultOfTheDoctorHasWordsAndWhatIsBadHasAFix() {
    var words = Words.in(Language.EN);
    for (var check : CHECKS) {
      for (var result : Check.Result.values()) {
        var key = "doctor." + check + "." + result.word();
        assertThat(words.has(key + ".says")).as(key).isTrue();
        boolean bad = result == Check.Result.WARNING || result == Check.Result.BLOCKED;
        assertThat(words.has(key + ".fix")).as(key).isEqualTo(bad);
      }
    }
  }

  @Test
  void numbersAreSaidWithoutSeparators() {
    assertThat(Words.in(Language.EN).say("problem.port-taken.says", 24250)).contains("24250");
  }

  @Test
  void aProblemSaysWhatHappenedAndWhatHelps() {
    var said = Words.in(Language.ZH_CN).problem(Problem.unknown("unknown-peer", "小明"));

    assertThat(said.says()).contains("小明");
    assertThat(said.hint()).contains("paloma peers");
  }

  @Test
  void anUnknownCodeIsNamed() {
    assertThat(Words.in(Language.EN).problem(Problem.failed("brand-new")).line())
        .contains("brand-new");
  }

  @Test
  void theLanguageIsTheOneAskedForThenTheSettingThenTheSystems() {
    var none = Map.<String, String>of();
    assertThat(Language.choose(none, "auto", Locale.CHINA)).isEqualTo(Language.ZH_CN);
    assertThat(Language.choose(none, "auto", Locale.FRANCE)).isEqualTo(Language.EN);
    assertThat(Language.choose(none, "ja", Locale.CHINA)).isEqualTo(Language.JA);
    assertThat(Language.choose(Map.of("PALOMA_LANG", "zh_CN.UTF-8"), "ja", Locale.US))
        .isEqualTo(Language.ZH_CN);
  }

  private static TreeSet<String> placeholders(String pattern) {
    var found = new TreeSet<String>();
    PLACEHOLDER.matcher(pattern).results().forEach(match -> found.add(match.group()));
    return found;
  }
}
