package paloma.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import paloma.identity.SigningKey;

final class ReleaseKeysTest {
  @Test
  void theKeysOfABuildStandBetweenSpacesCommasOrLines() {
    var one = Base64.getEncoder().encodeToString(SigningKey.generate().publicKey());
    var two = Base64.getEncoder().encodeToString(SigningKey.generate().publicKey());
    assertThat(ReleaseKeys.of(one).keys()).hasSize(1);
    assertThat(ReleaseKeys.of(" " + one + ",\n" + two + " # the next one\n").keys()).hasSize(2);
  }

  @Test
  void whatIsNoKeyIsNone() {
    for (var words : new String[] {"", "  \n", "${release.keys}", "AAAA", "not base64!", "# off"}) {
      assertThat(ReleaseKeys.of(words).isEmpty()).as(words).isTrue();
    }
  }

  /** A slip in the property of the build would leave it without updates, and nobody would see. */
  @Test
  void everyWordThatTheBuildNamesIsAKey() throws Exception {
    try (var in = ReleaseKeysTest.class.getResourceAsStream("release-keys.txt")) {
      var words = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      int named = words.isEmpty() ? 0 : words.split("[\\s,]+").length;
      assertThat(words).doesNotContain("${");
      assertThat(ReleaseKeys.ofBuild().keys()).hasSize(named);
    }
  }
}
