package paloma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.cli.control.Exit;
import paloma.identity.SigningKey;
import paloma.update.Maker;
import paloma.update.ReleaseFile;
import paloma.update.ReleaseKeys;
import paloma.update.Releasing;

/** What a maker of installers types; no instance runs. */
final class ReleaseCommandTest {
  @TempDir Path folder;

  private int run(String... args) throws Exception {
    var all = new ArrayList<>(List.of("--profile", folder.resolve("profile").toString(), "--json"));
    all.addAll(List.of(args));
    try (var office = new LoopbackOffice(folder)) {
      return PalomaCommand.run(all.toArray(String[]::new), office);
    }
  }

  private Path installer(String name) throws Exception {
    return Files.write(folder.resolve(name), new byte[] {1, 2, 3});
  }

  private String publicKey(Path key) {
    return Base64.getEncoder().encodeToString(SigningKey.read(key).publicKey());
  }

  @Test
  void aKeyIsMadeAnInstallerSignedAndChecked() throws Exception {
    var key = folder.resolve("release.key");
    assertThat(run("release", "key", key.toString())).isZero();
    assertThat(run("release", "key", key.toString())).isEqualTo(Exit.FAILED);
    var deb = installer("paloma_0.2.0_amd64.deb");

    assertThat(run("release", "sign", deb.toString(), "--key", key.toString())).isZero();

    var release = Releasing.check(deb, ReleaseKeys.of(publicKey(key)));
    assertThat(release.version().toString()).isEqualTo("0.2.0");
    assertThat(release.target()).isEqualTo(Maker.HERE);
    assertThat(run("release", "check", deb.toString(), "--public-key", publicKey(key))).isZero();

    var other = folder.resolve("other.key");
    assertThat(run("release", "key", other.toString())).isZero();
    assertThat(run("release", "check", deb.toString(), "--public-key", publicKey(other)))
        .isEqualTo(Exit.FAILED);
    Files.write(deb, new byte[] {1, 2, 4});
    assertThat(run("release", "check", deb.toString(), "--public-key", publicKey(key)))
        .isEqualTo(Exit.FAILED);
    Files.delete(ReleaseFile.beside(deb));
    assertThat(run("release", "check", deb.toString(), "--public-key", publicKey(key)))
        .isEqualTo(Exit.FAILED);
    assertThat(folder.resolve("profile")).doesNotExist();
  }

  @Test
  void whatTheNameDoesNotTellHasToBeSaid() throws Exception {
    var key = folder.resolve("release.key");
    SigningKey.create(key);
    var zip = installer("Paloma.zip");
    assertThat(run("release", "sign", zip.toString(), "--key", key.toString()))
        .isEqualTo(Exit.USAGE);
    assertThat(
            run(
                "release",
                "sign",
                zip.toString(),
                "--key",
                key.toString(),
                "--version-of",
                "1.0.0-rc1",
                "--os",
                "macos",
                "--arch",
                "arm64"))
        .isZero();
    var release = Releasing.check(zip, ReleaseKeys.of(publicKey(key)));
    assertThat(release.target().arch()).isEqualTo("aarch64");
    assertThat(release.target().form()).isEqualTo("zip");
    assertThat(release.version().toString()).isEqualTo("1.0.0-rc1");

    assertThat(run("release", "sign", zip.toString(), "--key", zip.toString()))
        .isNotEqualTo(Exit.DONE);
    assertThat(run("release")).isEqualTo(Exit.USAGE);
    assertThat(run("release", "sign", zip.toString())).isEqualTo(Exit.USAGE);
    assertThat(run("release", "sign", folder.resolve("no.deb").toString(), "--key", key.toString()))
        .isEqualTo(Exit.FAILED);
  }

  /** The names that installer builds give. */
  @Test
  void commonNamesOfInstallersAreRead() throws Exception {
    for (var name :
        List.of(
            "paloma_0.2.0_amd64.deb",
            "paloma-0.2.0-1.x86_64.rpm",
            "Paloma-0.2.0-x64.msi",
            "Paloma-0.2.0-aarch64.pkg")) {
      var said =
          new Releasing.Said(
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.Optional.empty());
      var release = Releasing.describe(installer(name), said, java.time.Instant.now());
      assertThat(release.version().toString()).as(name).isEqualTo("0.2.0");
      assertThat(release.target().form()).isEqualTo(name.substring(name.length() - 3));
    }
  }
}
