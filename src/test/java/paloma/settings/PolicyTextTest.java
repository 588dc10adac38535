package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paloma.model.Problem;

final class PolicyTextTest {
  private static PolicyReading read(String text) {
    return PolicyText.read("p.json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Refused as a whole: not one value of it holds. */
  private static Problem refused(PolicyReading reading) {
    assertThat(reading.policy()).isEqualTo(Policy.NONE);
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.refusals()).hasSize(1);
    return reading.refusals().getFirst();
  }

  @Test
  void valuesLockAndMayHaveReasons() {
    var reading =
        read(
            """
            {
              "accept": {"value": "verified", "why": "  先核对再\\n接收 "},
              "sounds": false,
              "text-scale": 120,
              "seeds": ["10.1.0.5", "files.office:24999"],
              "contact": "IT, ext. 400",
              "defaults": {"theme": "dark"}
            }
            """);

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.policy())
        .isEqualTo(
            new Policy(
                Map.of(
                    "accept",
                    new Policy.Lock("verified", "先核对再 接收"),
                    "sounds",
                    new Policy.Lock(false, ""),
                    "text-scale",
                    new Policy.Lock(120, ""),
                    "seeds",
                    new Policy.Lock(List.of("10.1.0.5", "files.office:24999"), "")),
                Map.of("theme", "dark"),
                "IT, ext. 400"));
  }

  @Test
  void anEmptyObjectDecidesNothing() {
    assertThat(read("{}")).isEqualTo(PolicyReading.NONE);
    assertThat(read("\uFEFF{}")).as("with the mark of an editor").isEqualTo(PolicyReading.NONE);
  }

  @Test
  void aWrongValueIsSaidWithItsOwnLineAndColumn() {
    var reading =
        read(
            """
            {
              "sounds": true,
              "text-scale":
                  9000
            }
            """);

    assertThat(refused(reading))
        .isEqualTo(Problem.failed("policy-value", "p.json:4:7", "text-scale", "9000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"accept\": \"some\"}                     | 1:12 | accept     | some",
        "{\"accept\": null}                         | 1:12 | accept     | null",
        "{\"accept\": 7}                            | 1:12 | accept     | 7",
        "{\"sounds\": \"maybe\"}                    | 1:12 | sounds     | maybe",
        "{\"text-scale\": 120.5}                    | 1:16 | text-scale | 120.5",
        "{\"theme\": [\"dark\"]}                    | 1:11 | theme      | [dark]",
        "{\"seeds\": [\"a\", \"b c\"]}              | 1:11 | seeds      | [a, b c]",
        "{\"seeds\": [null]}                        | 1:11 | seeds      | [null]",
        "{\"downloads\": \"received\"}              | 1:15 | downloads  | received",
        "{\"port\": 0}                              | 1:10 | port       | 0",
        "{\"accept\": {\"why\": \"w\", \"value\": 1}} | 1:34 | accept     | 1",
        "{\"accept\": {\"value\":\"ask\",\"why\":1}}  | 1:33 | accept.why | 1",
        "{\"defaults\": {\"theme\": \"pink\"}}      | 1:24 | theme      | pink",
        "{\"contact\": 400}                         | 1:13 | contact    | 400"
      })
  void noValueThatIsNotAllowedIsTaken(String text, String at, String key, String value) {
    assertThat(refused(read(text)))
        .isEqualTo(Problem.failed("policy-value", "p.json:" + at, key, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"accept\": {\"why\": \"w\"}}             | 1:12 | accept",
        "{\"accept\": {\"value\": {\"a\": 1}}}      | 1:22 | accept",
        "{\"seeds\": [[\"a\"]]}                     | 1:12 | seeds",
        "{\"seeds\": [{}]}                          | 1:12 | seeds",
        "{\"defaults\": [1]}                        | 1:14 | defaults",
        "{\"defaults\": {\"theme\": {\"value\": \"dark\"}}} | 1:24 | defaults.theme",
        "{\"contact\": {}}                          | 1:13 | contact"
      })
  void whatHasAnotherFormIsRefused(String text, String at, String key) {
    assertThat(refused(read(text))).isEqualTo(Problem.failed("policy-form", "p.json:" + at, key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"sounds\": false,\n \"sounds\": true}`               | 2:2 | sounds",
        "`{\"later\": 1, \"later\": 2}`                          | 1:14 | later",
        "`{\"defaults\": {\"theme\": \"dark\", \"theme\": \"dark\"}}` | 1:32 | defaults.theme",
        "`{\"accept\": {\"value\": \"ask\", \"value\": \"all\"}}`    | 1:29 | accept.value"
      })
  void aKeyThatStandsThereTwiceIsRefused(String text, String at, String key) {
    assertThat(refused(read(text))).isEqualTo(Problem.failed("policy-twice", "p.json:" + at, key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                        | 1:1",
        "`[1]`                                     | 1:1",
        "`\"accept\"`                              | 1:1",
        "`{\"sounds\": tru }`                      | 1:12",
        "`{\"sounds\": true,}`                     | 1:17",
        "`{\n\"sounds\": true\n\"theme\": \"dark\"}` | 3:1",
        "`{\"sounds\": true} {}`                   | 1:18",
        "`{'sounds': true}`                        | 1:2",
        "`{\"later\": [[[[[[[[1]]]]]]]]}`            | 1:19"
      })
  void whatIsNoJsonIsRefusedWhereItEndsToBe(String text, String at) {
    assertThat(refused(read(text))).isEqualTo(Problem.failed("policy-damaged", "p.json:" + at));
  }

  @Test
  void halfAFileIsRefusedAtItsEnd() {
    assertThat(refused(read("{\n\"sounds\": true,\n\"theme\": \"da")).code())
        .isEqualTo("policy-damaged");
    assertThat(refused(read("{\"sounds\": true")).code()).isEqualTo("policy-damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "GBK", "Shift_JIS"})
  void anotherEncodingIsRefusedWithItsLine(String charset) {
    var text = "{\n \"contact\": \"" + (charset.startsWith("ISO") ? "für" : "会社") + "\"}";
    var problem = refused(PolicyText.read("p.json", text.getBytes(Charset.forName(charset))));

    assertThat(problem.code()).isEqualTo("policy-encoding");
    assertThat(problem.details().getFirst()).startsWith("p.json:2:1");
  }

  @Test
  void utf16IsRefused() {
    assertThat(refused(PolicyText.read("p.json", "{}".getBytes(StandardCharsets.UTF_16))))
        .isEqualTo(Problem.failed("policy-encoding", "p.json:1:1"));
    assertThat(refused(PolicyText.read("p.json", "{}".getBytes(StandardCharsets.UTF_16LE))).code())
        .isEqualTo("policy-damaged");
  }

  @Test
  void whatIsTooLargeIsRefused() {
    var most = "{}" + " ".repeat(PolicyText.MOST_BYTES - 2);

    assertThat(read(most)).isEqualTo(PolicyReading.NONE);
    assertThat(refused(read(most + " ")))
        .isEqualTo(Problem.failed("policy-too-large", "p.json", "65536"));
    assertThat(refused(read("{\"contact\": \"" + "x".repeat(301) + "\"}")).code())
        .isEqualTo("policy-value");
  }

  @Test
  void unknownKeysAreLeftOutAndWarnedOfWhileTheRestHolds() {
    var reading =
        read(
            """
            {
              "acept": "verified",
              "legacy": {"ipmsg": [false, {"deep": 1}]},
              "sounds": {"value": false, "reason": "quiet"},
              "defaults": {"colour": "red", "theme": "dark"}
            }
            """);

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.warnings())
        .containsExactly(
            Problem.failed("policy-unknown-key", "p.json:2:3", "acept"),
            Problem.failed("policy-unknown-key", "p.json:3:3", "legacy"),
            Problem.failed("policy-unknown-key", "p.json:4:30", "sounds.reason"),
            Problem.failed("policy-unknown-key", "p.json:5:16", "defaults.colour"));
    assertThat(reading.policy().locks()).isEqualTo(Map.of("sounds", new Policy.Lock(false, "")));
    assertThat(reading.policy().defaults()).isEqualTo(Map.of("theme", "dark"));
  }

  @Test
  void aPersonsOwnStateCannotBeDecided() {
    var reading = read("{\"window.x\": 5, \"defaults\": {\"welcomed\": true}, \"sounds\": true}");

    assertThat(reading.warnings())
        .containsExactly(
            Problem.failed("policy-not-lockable", "p.json:1:2", "window.x"),
            Problem.failed("policy-not-lockable", "p.json:1:30", "defaults.welcomed"));
    assertThat(reading.policy().locks()).containsOnlyKeys("sounds");
    assertThat(reading.policy().defaults()).isEmpty();
  }
}
