package paloma.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScreenLayoutTest {
  private static final List<ChatView.Person> PEOPLE =
      List.of(
          new ChatView.Person("Anna", true, "online", 0),
          new ChatView.Person("王小明的名字非常非常长长长长", false, "offline", 12));

  private static ChatView view(InputLine input, int scroll) {
    var lines =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> new ChatView.Line("12:00", "Anna", false, "line " + i, ""))
            .toList();
    return new ChatView("Paloma", PEOPLE, 1, lines, input, scroll, "note");
  }

  private static List<String> text(List<AttributedString> rows) {
    return rows.stream().map(AttributedString::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"80,24", "50,10", "30,8", "20,5"})
  void everyRowFitsTheScreenAndAllAreThere(int columns, int rows) {
    var long200 = InputLine.EMPTY.type("好".repeat(100));

    var drawn = new ScreenLayout(columns, rows).draw(view(long200, 0));

    assertThat(drawn).hasSize(rows);
    assertThat(drawn)
        .allSatisfy(row -> assertThat(row.columnLength()).isLessThanOrEqualTo(columns));
    assertThat(new ScreenLayout(columns, rows).cursorColumn(long200)).isLessThan(columns);
  }

  @Test
  void theNewestStandsAtTheBottomAndScrollingShowsOlder() {
    var layout = new ScreenLayout(80, 13);

    assertThat(text(layout.draw(view(InputLine.EMPTY, 0))).get(10)).endsWith("line 49");
    assertThat(text(layout.draw(view(InputLine.EMPTY, 20))).get(10)).endsWith("line 29");
    assertThat(text(layout.draw(view(InputLine.EMPTY, 999))).get(1)).endsWith("line 0");
  }

  @Test
  void unreadMessagesAreCountedBesideTheName() {
    assertThat(text(new ScreenLayout(80, 13).draw(view(InputLine.EMPTY, 0))).get(2))
        .startsWith("○ 王小明")
        .contains("(12)");
  }

  @Test
  void typingNeverCutsACharacter() {
    var line = InputLine.EMPTY.type("a😀b").left().left();

    assertThat(line.cursor()).isEqualTo(1);
    assertThat(line.delete().text()).isEqualTo("ab");
    assertThat(line.right().backspace().text()).isEqualTo("ab");
    assertThat(line.home().backspace().text()).isEqualTo("a😀b");
    assertThat(line.end().delete().text()).isEqualTo("a😀b");
  }
}
