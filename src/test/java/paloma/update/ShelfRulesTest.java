package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paloma.model.Hash;
import paloma.model.Release;
import paloma.model.ReleaseTarget;
import paloma.model.ReleaseVersion;

final class ShelfRulesTest {
  private static Release release(String version, String form, long size) {
    return new Release(
        ReleaseVersion.parse(version).orElseThrow(),
        new ReleaseTarget("linux", "x64", form),
        version + "." + form,
        size,
        Hash.sha256((version + form).getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        Instant.EPOCH);
  }

  private static List<String> kept(String running, Release... all) {
    return ShelfRules.kept(List.of(all), ReleaseVersion.parse(running)).stream()
        .map(Release::file)
        .toList();
  }

  @Test
  void theNewestOfEachKindStaysAndWhatIsOlderThanHereGoes() {
    assertThat(
            kept(
                "0.2.0",
                release("0.1.0", "rpm", 1),
                release("0.2.0", "deb", 1),
                release("0.3.0", "deb", 1),
                release("0.2.0", "msi", 1)))
        .containsExactlyInAnyOrder("0.3.0.deb", "0.2.0.msi");
  }

  @Test
  void theVersionThatRunsHereStaysForColleagues() {
    assertThat(kept("0.2.0", release("0.2.0", "deb", 1))).containsExactly("0.2.0.deb");
  }

  @Test
  void theShelfIsBoundedInNumberAndInBytes() {
    var many = new ArrayList<Release>();
    for (int i = 0; i < 12; i++) many.add(release("1.0." + i, "f" + i, 1));
    var kept = ShelfRules.kept(many, Optional.empty());
    assertThat(kept).hasSize(ShelfRules.MOST);
    assertThat(kept.getFirst().version().toString()).isEqualTo("1.0.11");

    long most = Statement.MOST_SIZE;
    assertThat(
            kept(
                "0.1.0",
                release("1.2.0", "a", most),
                release("1.1.0", "b", most),
                release("1.0.0", "c", 1)))
        .containsExactly("1.2.0.a", "1.1.0.b");
  }
}
