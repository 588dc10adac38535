package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramHomeTest {
  @TempDir Path folder;

  private static Optional<Path> home(String code) {
    return ProgramHome.of(_ -> null, Path.of(code)).map(ProgramHome::path);
  }

  @Test
  void itIsFoundFromWhereTheJarLies() {
    assertThat(home("/stick/paloma/lib/paloma.jar")).contains(Path.of("/stick/paloma"));
    assertThat(home("/opt/paloma/lib/app/paloma.jar")).contains(Path.of("/opt/paloma"));
    assertThat(home("/E/Paloma/app/paloma.jar")).contains(Path.of("/E/Paloma"));
    assertThat(home("/E/Paloma/app/lib/paloma.jar")).contains(Path.of("/E/Paloma"));
    assertThat(home("/Volumes/S/Paloma.app/Contents/app/paloma.jar"))
        .as("beside the bundle, which is signed")
        .contains(Path.of("/Volumes/S"));
  }

  @Test
  void aBuildHasNone() {
    assertThat(home("/src/paloma/target/classes")).isEmpty();
    assertThat(home("/src/paloma/target/paloma-1.jar")).isEmpty();
    assertThat(ProgramHome.here()).isEmpty();
  }

  @Test
  void aLauncherCanSayWhereItIs() {
    var told = Map.of("paloma.home", "/elsewhere");
    assertThat(ProgramHome.of(told::get, Path.of("/a/lib/paloma.jar")).map(ProgramHome::path))
        .contains(Path.of("/elsewhere"));
  }

  @Test
  void aFileOfThatNameMakesItPortable() throws IOException {
    var home = new ProgramHome(folder);
    assertThat(home.portable()).isFalse();
    Files.createFile(folder.resolve("portable"));
    assertThat(home.portable()).isTrue();
    assertThat(home.profile()).isEqualTo(folder.resolve("profile"));
    assertThat(home.downloads()).isEqualTo(folder.resolve("downloads"));
  }

  @Test
  void whatStartsTheProgramIsToldOrFoundInItsHome() throws IOException {
    var home = Optional.of(new ProgramHome(folder));
    assertThat(ProgramHome.launcher(_ -> null, home, "linux")).isEmpty();
    var script = folder.resolve("bin/paloma");
    Files.createDirectories(script.getParent());
    Files.createFile(script);
    assertThat(ProgramHome.launcher(_ -> null, home, "linux")).contains(script);
    assertThat(ProgramHome.launcher(_ -> null, home, "mac os x")).contains(script);
    assertThat(ProgramHome.launcher(_ -> null, home, "windows 11")).isEmpty();
    var exe = Files.createFile(folder.resolve("Paloma.exe"));
    assertThat(ProgramHome.launcher(_ -> null, home, "windows 11")).contains(exe);

    var told = Map.of("paloma.launcher", "/usr/bin/paloma", "jpackage.app-path", "/x");
    assertThat(ProgramHome.launcher(told::get, home, "linux")).contains(Path.of("/usr/bin/paloma"));
    assertThat(ProgramHome.launcher(_ -> null, Optional.empty(), "linux")).isEmpty();
  }
}
