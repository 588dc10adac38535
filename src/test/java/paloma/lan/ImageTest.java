package paloma.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** What the runnable image says of what it is made of. */
@Tag("lan")
final class ImageTest {
  private static final Path IMAGE = Path.of("target/paloma");

  @Test
  void everyLibraryInItHasACopyrightAndALicence() throws IOException {
    var notice = Files.readString(IMAGE.resolve("NOTICE"));
    assertThat(libraries())
        .hasSizeGreaterThan(15)
        .allMatch(name -> notice.matches("(?s).*[ ,\n]" + name + "[ ,\n].*"));
  }

  @Test
  void everyLicenceNamedHasItsText() {
    for (var text :
        List.of("MIT", "BSD-3-Clause", "GPL-2.0-with-classpath-exception", "Unicode-3.0")) {
      assertThat(IMAGE.resolve("licenses/" + text + ".txt")).isNotEmptyFile();
    }
    assertThat(IMAGE.resolve("LICENSE")).isNotEmptyFile();
  }

  @Test
  void theBillOfMaterialsNamesEveryLibraryInIt() throws IOException {
    assumeThat(IMAGE.resolve("bom.json")).as("made only where Maven is online").exists();
    var bill = JSON.std.mapFrom(Files.readString(IMAGE.resolve("bom.json")));
    assertThat(bill).containsEntry("bomFormat", "CycloneDX");
    var named = new TreeSet<String>();
    for (var component : (List<?>) bill.get("components")) {
      if (component instanceof java.util.Map<?, ?> fields) named.add((String) fields.get("name"));
    }
    assertThat(named).containsAll(libraries()).doesNotContain("junit-jupiter", "assertj-core");
  }

  /** One source makes one jar, whenever and wherever it is built. */
  @Test
  void theJarKnowsNothingOfTheBuildThatMadeIt() throws IOException {
    try (var jar = new ZipFile(IMAGE.resolve("lib/paloma.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
      var manifest =
          new String(jar.getInputStream(jar.getEntry("META-INF/MANIFEST.MF")).readAllBytes());
      assertThat(manifest).doesNotContain("Built-By", "Build-Jdk:", "Build-Time");
    }
  }

  private static TreeSet<String> libraries() throws IOException {
    var names = new TreeSet<String>();
    for (var folder : List.of("lib", "lib/javafx")) {
      try (Stream<Path> jars = Files.list(IMAGE.resolve(folder))) {
        jars.map(jar -> jar.getFileName().toString())
            .filter(name -> name.endsWith(".jar") && !name.equals("paloma.jar"))
            .map(name -> name.replaceFirst("-[0-9].*", ""))
            .forEach(names::add);
      }
    }
    return names;
  }
}
