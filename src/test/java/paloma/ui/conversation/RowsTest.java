package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import paloma.model.Message;
import paloma.model.MessageId;

final class RowsTest {
  private final SampleTalk talk = new SampleTalk();

  @Test
  void messagesOfOneAuthorWithinFiveMinutesStandTogether() {
    said(false, "2026-11-24T10:00:00Z");
    said(false, "2026-11-24T10:05:00Z");
    said(false, "2026-11-24T10:05:01Z");
    said(true, "2026-11-24T10:05:02Z");
    assertThat(firsts()).containsExactly(true, false, true, true);
  }

  @Test
  void aDayBeginsWithItsPill() {
    said(true, "2026-11-23T23:59:00Z");
    said(true, "2026-11-24T00:01:00Z");
    var rows = rows(null);
    assertThat(rows.get(0)).isEqualTo(new Row.Day(LocalDate.of(2026, 11, 23)));
    assertThat(rows.get(2)).isEqualTo(new Row.Day(LocalDate.of(2026, 11, 24)));
    assertThat(firsts()).containsExactly(true, true);
  }

  @Test
  void theLineStandsAboveTheFirstNewMessage() {
    said(false, "2026-11-24T10:00:00Z");
    var fresh = said(false, "2026-11-24T10:01:00Z");
    var rows = rows(fresh.id());
    assertThat(rows.get(2)).isInstanceOf(Row.NewMessages.class);
    assertThat(rows.get(3))
        .isInstanceOfSatisfying(Row.Said.class, s -> assertThat(s.first()).isTrue());
  }

  @Test
  void onlyWhatDiffersIsReplaced() {
    for (int i = 0; i < 10; i++) said(true, "2026-11-24T10:00:0" + i + "Z");
    var shown = FXCollections.observableArrayList(rows(null));
    said(true, "2026-11-24T10:00:59Z");
    var changes = new ArrayList<Integer>();
    shown.addListener(
        (ListChangeListener<Row>)
            change -> {
              while (change.next()) changes.add(change.getAddedSize() + change.getRemovedSize());
            });
    Rows.replace(shown, rows(null));
    assertThat(shown).isEqualTo(rows(null));
    assertThat(changes).containsExactly(1);
  }

  private Message said(boolean own, String at) {
    return talk.text(own, Instant.parse(at), at, Message.State.READ);
  }

  private List<Row> rows(MessageId firstNew) {
    return Rows.arrange(
        talk.messages,
        firstNew,
        ZoneId.of("UTC"),
        (m, first) -> new Row.Said(m, null, first, null, List.of(), null, 0));
  }

  private List<Boolean> firsts() {
    var firsts = new ArrayList<Boolean>();
    for (var row : rows(null)) if (row instanceof Row.Said said) firsts.add(said.first());
    return firsts;
  }
}
