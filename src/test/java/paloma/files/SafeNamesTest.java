package paloma.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paloma.model.Manifest;
import paloma.model.ProblemException;

class SafeNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "report.pdf | report.pdf",
        "日报 v2 (final).docx | 日报 v2 (final).docx",
        "smile 😀.png | smile 😀.png",
        ".. | _",
        ". | _",
        "... | _",
        "../../etc/passwd | __.._etc_passwd",
        "/etc/passwd | _etc_passwd",
        "C:\\Windows\\x.dll | C__Windows_x.dll",
        "\\\\server\\share | __server_share",
        "C: | C_",
        "a:stream | a_stream",
        ".bashrc | _bashrc",
        ".paloma-parts | _paloma-parts",
        "name. | name",
        "name... ... | name",
        "con | _con",
        "CON.txt | _CON.txt",
        "con .txt | _con .txt",
        "Aux.tar.gz | _Aux.tar.gz",
        "COM1 | _COM1",
        "lpt³.log | _lpt³.log",
        "CONIN$ | _CONIN$",
        "conch | conch",
        "com10 | com10",
        "what?<is>* | what__is__",
      })
  void whatIsDangerousSomewhereIsMendedEverywhere(String given, String safe) {
    assertThat(SafeNames.of(given)).isEqualTo(safe);
  }

  @Test
  void whatCannotBeSeenIsGone() {
    assertThat(SafeNames.of("gp\u202ejpg.exe")).isEqualTo("gpjpg.exe");
    assertThat(SafeNames.of("a\u200b\u200d\ufeff\u2066b\u00ad")).isEqualTo("ab");
    assertThat(SafeNames.of("a\u0000b\nc\u007f\u0085")).isEqualTo("abc");
    assertThat(SafeNames.of("x\ud800y")).isEqualTo("x_y");
    assertThat(SafeNames.of("no\u00a0break\u3000wide ")).isEqualTo("no break wide");
    assertThat(SafeNames.of("")).isEqualTo("_");
    assertThat(SafeNames.of("e\u0301.txt")).isEqualTo("\u00e9.txt");
  }

  @Test
  void aLongNameKeepsItsLastExtension() {
    var name = SafeNames.of("长".repeat(300) + ".tar.gz");
    assertThat(name).endsWith(".gz").startsWith("长长");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
    assertThat(SafeNames.of("x." + "y".repeat(400))).hasSize(200);
  }

  @Test
  void anythingAtAllStaysInsideItsFolderAndIsSafeTheSecondTime() {
    long seed = System.nanoTime();
    System.getLogger("paloma.test").log(System.Logger.Level.INFO, "seed " + seed);
    var random = new Random(seed);
    var folder = Path.of("/downloads");
    for (int i = 0; i < 10_000; i++) {
      var name = anyName(random);
      var safe = SafeNames.of(name);
      var path = folder.resolve(safe);
      assertThat(path.normalize()).as("seed %s, %s", seed, name).isEqualTo(path);
      assertThat(path.getParent()).isEqualTo(folder);
      assertThat(SafeNames.of(safe)).as("seed %s, %s", seed, name).isEqualTo(safe);
      assertThat(SafeNames.bytes(safe)).isBetween(1, SafeNames.MOST_BYTES);
      assertThat(safe).doesNotContain("/", "\\", ":", "\u0000", "\u202e");
    }
  }

  private static String anyName(Random random) {
    var parts =
        List.of(
            "..", ".", "/", "\\", " ", "CON", "nul", "C:", "\u202e", "\u200b", "\u0301", "é", "ß",
            "长", "😀", "a", ".txt", "\ufe0f", "\u1160", "ᄀ", "\u11a8", "\u037e", "\u212a", "$");
    var name = new StringBuilder();
    for (int left = random.nextInt(12); left > 0; left--) {
      if (random.nextInt(3) == 0) {
        name.appendCodePoint(random.nextInt(0x110000));
      } else {
        name.append(parts.get(random.nextInt(parts.size())));
      }
    }
    return random.nextInt(20) == 0 ? name.toString().repeat(60) : name.toString();
  }

  @Test
  void noTwoEntriesOfAnOfferAreTheSameOnAnySystem() {
    var manifest =
        new Manifest(
            List.of(
                file("Report.TXT"),
                file("report.txt"),
                file("re\u200bport.txt"),
                file("caf\u00e9"),
                file("cafe\u0301"),
                folder("Data"),
                folder("data"),
                file("Data", "x"),
                file("data", "x"),
                file("data", "X")));
    var places = SafeNames.layout(manifest);
    assertThat(places)
        .contains(
            List.of("Report.TXT"),
            List.of("report (2).txt"),
            List.of("report (3).txt"),
            List.of("data (2)", "x"));
    var folded = new HashSet<String>();
    for (var place : places) {
      assertThat(folded.add(SafeNames.folded(String.join("/", place)))).isTrue();
    }
  }

  @Test
  void anyTreeIsLaidOutInsideOneFolder() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      var entries = new ArrayList<Manifest.Entry>();
      var folders = new ArrayList<List<String>>(List.of(List.of()));
      var used = new HashSet<List<String>>();
      for (int i = 0; i < 30; i++) {
        var path = new ArrayList<>(folders.get(random.nextInt(folders.size())));
        path.add(anyName(random) + "x");
        if (path.size() > 8 || !used.add(List.copyOf(path))) continue;
        boolean folder = random.nextBoolean();
        entries.add(new Manifest.Entry(List.copyOf(path), folder, 0, 0));
        if (folder) folders.add(List.copyOf(path));
      }
      var folded = new HashSet<String>();
      for (var place : SafeNames.layout(new Manifest(entries))) {
        assertThat(place).as("seed %s", seed).allMatch(SafeNames::isSafe);
        assertThat(folded.add(SafeNames.folded(String.join("/", place))))
            .as("seed %s: %s twice", seed, place)
            .isTrue();
      }
    }
  }

  @Test
  void anEntryWhoseFolderIsNotThereIsRefused() {
    var manifest = new Manifest(List.of(file("a"), file("a", "b")));
    assertThatThrownBy(() -> SafeNames.layout(manifest))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("name-not-allowed");
  }

  private static Manifest.Entry file(String... path) {
    return new Manifest.Entry(List.of(path), false, 1, 0);
  }

  private static Manifest.Entry folder(String... path) {
    return new Manifest.Entry(List.of(path), true, 0, 0);
  }
}
