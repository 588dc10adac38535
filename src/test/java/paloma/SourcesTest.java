package paloma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the files themselves. */
final class SourcesTest {
  /** Past this nobody reads a file from top to bottom. */
  private static final int MOST_LINES = 300;

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".cifuzz-corpus");
  private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

  @Test
  void noSourceFileIsLongerThanOneCanRead() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : sources("src")) {
      int lines = Files.readAllLines(file).size();
      if (lines > MOST_LINES) tooLong.add(ROOT.relativize(file) + ": " + lines);
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatLivesThereInOneSentence() throws IOException {
    var folders = new TreeSet<Path>();
    for (var file : sources("src/main/java")) folders.add(file.getParent());
    assertThat(folders).isNotEmpty();
    for (var folder : folders) {
      var info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).matches("(?s).*/\\*\\*.+\\. ?\\*/.*");
    }
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    var marked = new ArrayList<Path>();
    for (var file : sources("src")) {
      if (LEFT_FOR_LATER.matcher(Files.readString(file)).find()) marked.add(file);
    }
    assertThat(marked).isEmpty();
  }

  @Test
  void noFileNamesAPlaceOfTheMachineItWasMadeOn() throws IOException {
    var places =
        Stream.of(ROOT, Path.of(System.getProperty("java.home")), home().resolve(".m2"))
            .filter(place -> place.getNameCount() > 1)
            .map(Path::toString)
            .toList();
    assertThat(places).isNotEmpty();
    var found = new ArrayList<String>();
    for (var file : everything()) {
      var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (var place : places) if (text.contains(place)) found.add(file + " names " + place);
    }
    assertThat(found).isEmpty();
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }

  private static List<Path> sources(String folder) throws IOException {
    try (var all = Files.walk(ROOT.resolve(folder))) {
      return all.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Path> everything() throws IOException {
    var files = new ArrayList<Path>();
    try (var top = Files.list(ROOT)) {
      for (var entry : top.filter(e -> !NOT_OURS.contains(e.getFileName().toString())).toList()) {
        try (var all = Files.walk(entry)) {
          all.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    return files;
  }
}
