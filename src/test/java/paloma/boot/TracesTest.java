package paloma.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.settings.ProgramHome;

final class TracesTest {
  @TempDir Path folder;

  private final Properties properties = new Properties();

  @Test
  void aPortableProgramUnpacksBesideItself() throws IOException {
    var launcher = Files.createFile(folder.resolve("paloma"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    properties.put("org.sqlite.tmpdir", "/elsewhere");

    Traces.keepBeside(Optional.of(new ProgramHome(folder)), Optional.of(launcher), properties);

    assertThat(folder.resolve("cache")).isDirectory();
    assertThat(properties)
        .containsEntry("javafx.cachedir", folder.resolve("cache/javafx").toString())
        .containsEntry("org.sqlite.tmpdir", "/elsewhere");
  }

  @Test
  void onAMediumWhereNothingCanBeExecutedItUnpacksWhereItCan() throws IOException {
    var launcher = Files.createFile(folder.resolve("paloma"));
    assertThat(launcher.toFile().setExecutable(false)).isTrue();
    var home = new ProgramHome(folder);

    Traces.keepBeside(Optional.of(home), Optional.of(launcher), properties);
    Traces.keepBeside(Optional.of(home), Optional.empty(), properties);
    Traces.keepBeside(Optional.empty(), Optional.of(launcher), properties);

    assertThat(properties).isEmpty();
    assertThat(folder.resolve("cache")).doesNotExist();
  }
}
