package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReleaseVersionTest {
  private static ReleaseVersion version(String words) {
    return ReleaseVersion.parse(words).orElseThrow();
  }

  @Test
  void versionsAreOrderedAsPeopleCount() {
    var ordered =
        List.of(
            "0.1.0",
            "0.2.0-alpha",
            "0.2.0-alpha.1",
            "0.2.0-beta",
            "0.2.0",
            "0.9.1",
            "0.10.0",
            "1.0.0-rc1",
            "1.0.0-rc2",
            "1.0.0-rc10",
            "1.0.0",
            "1.0.1",
            "10.0.0");
    var shuffled = new ArrayList<>(ordered.stream().map(ReleaseVersionTest::version).toList());
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertThat(shuffled).extracting(ReleaseVersion::toString).isEqualTo(ordered);
  }

  @Test
  void aVersionHasOneSpelling() {
    for (var words :
        List.of(
            "",
            "1",
            "1.0",
            "1.0.0.0",
            "01.0.0",
            "1.00.0",
            "v1.0.0",
            "1.0.0-",
            "1.0.0-RC1",
            "1.0.0+5",
            " 1.0.0",
            "1.0.0\n",
            "1.0.0-a..b",
            "1.0.0-é",
            "1234567.0.0",
            "-1.0.0",
            "1.0.0-" + "a".repeat(25),
            "0.1.0-SNAPSHOT",
            "１.0.0")) {
      assertThat(ReleaseVersion.parse(words)).as(words).isEmpty();
    }
    assertThat(version("1.0.0-rc1").toString()).isEqualTo("1.0.0-rc1");
  }

  @Test
  void twoVersionsThatDifferAreNeverEqualInOrder() {
    assertThat(version("1.0.0-rc1")).isNotEqualByComparingTo(version("1.0.0-rc01"));
    assertThat(version("1.0.0-a1")).isLessThan(version("1.0.0-a1.b"));
  }
}
