package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.model.Hash;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

final class UpdateRulesTest {
  private static final UpdatePolicy ASK = UpdatePolicy.of("ask", "");

  private static Optional<ReleaseVersion> version(String words) {
    return ReleaseVersion.parse(words);
  }

  private static Release release(String version, String os, String arch, String form) {
    return new Release(
        version(version).orElseThrow(),
        new ReleaseTarget(os, arch, form),
        "paloma." + form,
        1,
        Hash.ZERO,
        Instant.EPOCH);
  }

  private static UpdateRules running(String version, String form) {
    return new UpdateRules(version(version), new ReleaseTarget("linux", "x64", form));
  }

  @Test
  void onlyWhatIsNewerAndForThisSystemIsShown() {
    var rules = running("0.9.1", "deb");
    assertThat(rules.shows(release("0.10.0", "linux", "x64", "deb"), ASK)).isTrue();
    assertThat(rules.shows(release("0.10.0", "linux", "any", "deb"), ASK)).isTrue();
    assertThat(rules.shows(release("0.9.1", "linux", "x64", "deb"), ASK)).isFalse();
    assertThat(rules.shows(release("0.9.0", "linux", "x64", "deb"), ASK)).isFalse();
    assertThat(rules.shows(release("0.9.1-rc1", "linux", "x64", "deb"), ASK)).isFalse();
    assertThat(rules.shows(release("0.10.0", "windows", "x64", "msi"), ASK)).isFalse();
    assertThat(rules.shows(release("0.10.0", "linux", "aarch64", "deb"), ASK)).isFalse();
    assertThat(rules.shows(release("0.10.0", "linux", "x64", "rpm"), ASK)).isFalse();
  }

  @Test
  void aProgramThatWasOnlyUnpackedMaySeeAnyFormOfItsSystem() {
    var rules = running("0.1.0", ReleaseTarget.IMAGE);
    assertThat(rules.shows(release("0.2.0", "linux", "x64", "rpm"), ASK)).isTrue();
    assertThat(rules.shows(release("0.2.0", "macos", "x64", "pkg"), ASK)).isFalse();
    var both =
        List.of(release("0.2.0", "linux", "x64", "deb"), release("0.2.0", "linux", "x64", "zip"));
    assertThat(both.stream().max(rules.order()).orElseThrow().target().form()).isEqualTo("zip");
  }

  @Test
  void thePolicyCanForbidAndPin() {
    var rules = running("0.1.0", "deb");
    var next = release("0.3.0", "linux", "x64", "deb");
    assertThat(rules.shows(next, UpdatePolicy.of("off", ""))).isFalse();
    assertThat(rules.shows(next, UpdatePolicy.of("ask", "0.2.9"))).isFalse();
    assertThat(rules.shows(next, UpdatePolicy.of("ask", "0.3.0"))).isTrue();
    assertThat(rules.shows(next, UpdatePolicy.of("ask", "1.0.0"))).isTrue();
    // A pin that cannot be read holds everything back: a slip must not lift it.
    assertThat(rules.shows(next, UpdatePolicy.of("ask", "newest"))).isFalse();
  }

  @Test
  void whoDoesNotKnowTheOwnVersionIsShownNothing() {
    var rules = new UpdateRules(Optional.empty(), new ReleaseTarget("linux", "x64", "deb"));
    assertThat(rules.shows(release("9.0.0", "linux", "x64", "deb"), ASK)).isFalse();
  }

  @Test
  void systemsAndProcessorsHaveOneWord() {
    assertThat(Running.on("Windows 11", "amd64", "MSI\n"))
        .isEqualTo(new ReleaseTarget("windows", "x64", "msi"));
    assertThat(Running.on("Mac OS X", "aarch64", "dmg"))
        .isEqualTo(new ReleaseTarget("macos", "aarch64", "dmg"));
    assertThat(Running.on("Linux", "x86_64", ""))
        .isEqualTo(new ReleaseTarget("linux", "x64", "image"));
  }
}
