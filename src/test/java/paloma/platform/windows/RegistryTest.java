package paloma.platform.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.platform.Os;

/** A shell stands for the system's program: it is given the same words. */
final class RegistryTest {
  private static final String MACHINE = "HKLM\\Software\\Policies\\Paloma";
  private static final String ACCOUNT = "HKCU\\Software\\Policies\\Paloma";
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @BeforeEach
  void aShell() {
    assumeTrue(Os.here() != Os.WINDOWS);
  }

  private static List<Registry.Answer> ask(String script, Duration deadline, String... keys) {
    return new Registry(List.of("sh", "-c", script, "reg"), deadline).read(List.of(keys));
  }

  @Test
  void eachKeyIsExportedIntoAFileAndRead() throws Exception {
    var export =
        RegistryExportTest.export(
            """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\\Software\\Policies\\Paloma]
            "accept"="verified"
            """);
    var recorded = Files.write(folder.resolve("recorded.reg"), export);
    var script =
        "test \"$1 $4\" = 'export /y' || exit 9; case \"$2\" in HKLM*) cp "
            + recorded
            + " \"$3\" ;;"
            + " *) exit 1 ;; esac";

    assertThat(ask(script, LONG, MACHINE, ACCOUNT))
        .containsExactly(
            new Registry.Found(Map.of("", Map.of("accept", "verified"))), new Registry.Absent());
  }

  @Test
  void whatDoesNotAnswerStartOrSpeakHasFailed() {
    assertThat(ask("exec sleep 600", Duration.ofMillis(50), MACHINE, ACCOUNT))
        .containsExactly(new Registry.Failed(), new Registry.Failed());
    assertThat(ask("echo nonsense >\"$3\"", LONG, MACHINE)).containsExactly(new Registry.Failed());
    assertThat(ask("true", LONG, MACHINE)).containsExactly(new Registry.Failed());
    var nowhere = new Registry(List.of(folder.resolve("nothing").toString()), LONG);
    assertThat(nowhere.read(List.of(MACHINE))).containsExactly(new Registry.Failed());
  }
}
