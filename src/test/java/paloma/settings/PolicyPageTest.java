package paloma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page for administrators says is so. */
final class PolicyPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+)` \\| .* \\| .* \\|$");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

  private static String page() throws IOException {
    return Files.readString(Path.of("src/docs/policy.md"));
  }

  @Test
  void everySettingThatAnOfficeMayDecideIsInTheTableAndNoOther() throws IOException {
    var lockable = Setting.ALL.stream().filter(Setting::lockable).map(Setting::key).toList();

    assertThat(ROW.matcher(page()).results().map(row -> row.group(1)).toList())
        .containsExactlyElementsOf(lockable);
  }

  @Test
  void everyExampleIsTaken() throws IOException {
    var examples = EXAMPLE.matcher(page()).results().map(found -> found.group(1)).toList();
    assertThat(examples).isNotEmpty();
    for (var example : examples) {
      var reading = PolicyText.read("p.json", example.getBytes(StandardCharsets.UTF_8));
      assertThat(reading.refusals()).as(example).isEmpty();
      assertThat(reading.warnings()).as(example).isEmpty();
      assertThat(reading.policy().locks()).isNotEmpty();
    }
  }
}
