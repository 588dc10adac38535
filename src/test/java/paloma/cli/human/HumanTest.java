package paloma.cli.human;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paloma.settings.Language;
import paloma.settings.Words;

final class HumanTest {
  private final Human human = new Human(Words.in(Language.EN), ZoneOffset.UTC);

  private static Map<String, Object> row(String name, String presence) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", name);
    row.put("presence", presence);
    return row;
  }

  @Test
  void columnsStandBelowEachOtherAlsoInChinese() {
    var lines = human.table(List.of(row("王小明", "online"), row("Bo", "dnd")), "name", "presence");

    assertThat(lines).containsExactly("NAME    PRESENCE", "王小明  online", "Bo      do not disturb");
  }

  @Test
  void nobodysNameCommandsTheTerminal() {
    var lines = human.table(List.of(row("ev\u001b[2Jil\u202e", "online")), "name");

    assertThat(lines.get(1)).isEqualTo("ev\ufffd[2Jil\ufffd");
  }

  @Test
  void aMessageIsALine() {
    var row = row("x", "x");
    row.put("kind", "text");
    row.put("text", "hello");
    row.put("authorName", "Anna");
    row.put("time", "2026-11-24T12:00:00Z");

    assertThat(human.message(row)).isEqualTo("2026-11-24 12:00  Anna: hello");
  }

  @Test
  void bytesAreSaidInTheLargestUnitThatFits() {
    assertThat(Human.bytes(1023)).isEqualTo("1023 B");
    assertThat(Human.bytes(1536)).isEqualTo("1.5 KiB");
    assertThat(Human.bytes(5L << 30)).isEqualTo("5.0 GiB");
  }

  @Test
  void everyEventThatIsSaidHasItsWords() {
    var lines = new NoticeLines(human);
    for (var event :
        List.of(
            "started",
            "stopping",
            "peer-appeared",
            "peer-left",
            "trust-changed",
            "offer-received",
            "transfer-finished",
            "transfer-failed",
            "network-changed")) {
      assertThat(lines.line(Map.of("event", event)).orElseThrow())
          .as(event)
          .doesNotStartWith("cli.event");
    }
    assertThat(lines.line(Map.of("event", "typing"))).isEmpty();
  }
}
