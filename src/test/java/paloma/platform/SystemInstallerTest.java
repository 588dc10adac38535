package paloma.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Hash;
import paloma.model.Installing.Outcome;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

/** What would be started; nothing is. */
final class SystemInstallerTest {
  @TempDir Path folder;

  private final List<List<String>> started = new ArrayList<>();
  private boolean fails;

  private Outcome begin(Os os, String form, String own, boolean desktop, String... programs)
      throws IOException {
    FileOpener.Starter starter =
        command -> {
          if (fails) throw new IOException("no such program");
          started.add(command);
        };
    var has = Set.of(programs);
    var installer =
        new SystemInstaller(os, own, desktop, has::contains, starter, new FileOpener(os, starter));
    return installer.begin(release(form), file(form));
  }

  private Path file(String form) throws IOException {
    var file = folder.resolve("my files").resolve("paloma." + form);
    Files.createDirectories(file.getParent());
    return Files.write(file, new byte[] {1});
  }

  private static Release release(String form) {
    return new Release(
        ReleaseVersion.parse("0.2.0").orElseThrow(),
        new ReleaseTarget("linux", "x64", form),
        "paloma." + form,
        1,
        Hash.ZERO,
        Instant.EPOCH);
  }

  @Test
  void aPackageOfThisSystemGoesToItsInstallerWhichAsks() throws Exception {
    assertThat(begin(Os.LINUX, "deb", "deb", true, "pkexec")).isInstanceOf(Outcome.Begun.class);
    assertThat(begin(Os.LINUX, "rpm", "rpm", true, "pkexec", "dnf", "zypper"))
        .isInstanceOf(Outcome.Begun.class);
    assertThat(begin(Os.LINUX, "rpm", "rpm", true, "pkexec", "zypper"))
        .isInstanceOf(Outcome.Begun.class);
    assertThat(begin(Os.WINDOWS, "msi", "msi", true)).isInstanceOf(Outcome.Begun.class);
    assertThat(begin(Os.MACOS, "pkg", "pkg", true)).isInstanceOf(Outcome.Begun.class);
    var deb = file("deb").toString();
    assertThat(started)
        .containsExactly(
            List.of("pkexec", "apt-get", "install", "--yes", deb),
            List.of("pkexec", "dnf", "install", "--assumeyes", file("rpm").toString()),
            List.of(
                "pkexec",
                "zypper",
                "--non-interactive",
                "install",
                "--allow-unsigned-rpm",
                file("rpm").toString()),
            List.of("msiexec", "/i", file("msi").toString()),
            List.of("open", file("pkg").toString()));
  }

  @Test
  void withoutPkexecTheDesktopOpensItAndWithoutADesktopTheCommandIsSaid() throws Exception {
    assertThat(begin(Os.LINUX, "deb", "deb", true, "xdg-open")).isInstanceOf(Outcome.Begun.class);
    assertThat(started).containsExactly(List.of("xdg-open", file("deb").toString()));
    var type = begin(Os.LINUX, "deb", "deb", false, "pkexec", "xdg-open");
    assertThat(type)
        .isEqualTo(new Outcome.Type("sudo apt-get install --yes '" + file("deb") + "'"));
    assertThat(started).hasSize(1);
  }

  @Test
  void whatIsNoPackageOfThisProgramIsOnlyShown() throws Exception {
    assertThat(begin(Os.LINUX, "deb", "image", true, "pkexec"))
        .isEqualTo(new Outcome.Shown(file("deb")));
    assertThat(begin(Os.LINUX, "zip", "zip", false, "pkexec"))
        .isEqualTo(new Outcome.Shown(file("zip")));
    assertThat(started).containsExactly(List.of("xdg-open", file("deb").getParent().toString()));
  }

  @Test
  void anInstallerThatCannotBeStartedIsSaid() {
    fails = true;
    assertThatThrownBy(() -> begin(Os.WINDOWS, "msi", "msi", true))
        .hasMessageContaining("installer-not-started");
  }
}
