package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.model.Problem;

final class PolicyRegistryTest {
  private static final String KEY = "HKLM\\Software\\Policies\\Paloma";

  /** Whatever is neither text nor number nor list says its name. */
  private record OtherType(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static PolicyReading read(Map<String, Map<String, Object>> keys) {
    return PolicyRegistry.read(KEY, keys);
  }

  @Test
  void valuesLockWithTheirReasonsBeside() {
    var reading =
        read(
            Map.of(
                "",
                Map.of(
                    "Accept",
                    "verified",
                    "sounds",
                    0,
                    "text-scale",
                    120,
                    "seeds",
                    List.of("10.1.0.5", "b"),
                    "Contact",
                    "IT"),
                "Why",
                Map.of("ACCEPT", "先核对"),
                "DEFAULTS",
                Map.of("keep-running", 1, "theme", "dark")));

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.policy())
        .isEqualTo(
            new Policy(
                Map.of(
                    "accept",
                    new Policy.Lock("verified", "先核对"),
                    "sounds",
                    new Policy.Lock(false, ""),
                    "text-scale",
                    new Policy.Lock(120, ""),
                    "seeds",
                    new Policy.Lock(List.of("10.1.0.5", "b"), "")),
                Map.of("keep-running", true, "theme", "dark"),
                "IT"));
  }

  @Test
  void oneWrongValueRefusesTheWholeKey() {
    var wrong = Map.<String, Object>of("sounds", 2, "theme", "dark");
    assertThat(read(Map.of("", wrong)))
        .isEqualTo(
            PolicyReading.refused(Problem.failed("policy-value", KEY + "\\sounds", "sounds", "2")));
    assertThat(read(Map.of("Defaults", Map.of("theme", "pink"), "", Map.of("sounds", 1))).policy())
        .isEqualTo(Policy.NONE);
    assertThat(read(Map.of("", Map.of("downloads", new OtherType("REG_BINARY")))).refusals())
        .containsExactly(
            Problem.failed("policy-value", KEY + "\\downloads", "downloads", "REG_BINARY"));
  }

  @Test
  void unknownNamesAndKeysAreWarnedOf() {
    var reading =
        read(
            Map.of(
                "",
                Map.of("later", new OtherType("REG_QWORD"), "window.x", 5, "sounds", "off"),
                "More",
                Map.of("a", "b")));

    assertThat(reading.policy().locks()).isEqualTo(Map.of("sounds", new Policy.Lock(false, "")));
    assertThat(reading.warnings())
        .containsExactly(
            Problem.failed("policy-unknown-key", KEY + "\\later", "later"),
            Problem.failed("policy-not-lockable", KEY + "\\window.x", "window.x"),
            Problem.failed("policy-unknown-key", KEY + "\\more", "more"));
  }
}
