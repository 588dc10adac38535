package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.ui.conversation.Markup.Kind;
import paloma.ui.conversation.Markup.Span;
import paloma.ui.conversation.Markup.Style;

final class MarkupTest {
  @Test
  void boldCodeAndLinksAreFound() {
    assertThat(
            Markup.spans("the *A5* in `v6`: https://a.example/x?y=1, ok").stream().map(Span::style))
        .containsExactly(
            Style.PLAIN, Style.BOLD, Style.PLAIN, Style.CODE, Style.PLAIN, Style.LINK, Style.PLAIN);
  }

  @Test
  void theSentenceKeepsItsFullStop() {
    var spans = Markup.spans("(see https://a.example/b).");
    assertThat(spans.get(1).text()).isEqualTo("https://a.example/b");
    assertThat(spans.get(2).text()).isEqualTo(").");
  }

  @Test
  void chinesePunctuationEndsALink() {
    assertThat(Markup.spans("看 https://a.example/b，谢谢").get(1).text())
        .isEqualTo("https://a.example/b");
  }

  @Test
  void onlyWebAddressesBecomeLinks() {
    for (var text : List.of("file:///etc/passwd", "javascript:alert(1)", "smb://a/b", "https://")) {
      assertThat(Markup.spans(text)).noneMatch(s -> s.style() == Style.LINK);
    }
  }

  @Test
  void arithmeticIsNotBold() {
    assertThat(Markup.spans("2*3*4 and * a *")).hasSize(1);
  }

  @Test
  void linesBecomeBlocks() {
    var kinds =
        Markup.parse("Todo:\n- one\n- two\n> said\n```\ncode *x*\n```\nend").stream()
            .map(Markup.Block::kind);
    assertThat(kinds)
        .containsExactly(Kind.TEXT, Kind.ITEM, Kind.ITEM, Kind.QUOTE, Kind.CODE, Kind.TEXT);
  }

  @Test
  void nothingThatIsWrittenGetsLost() {
    var text = "a ``` b\nno *bold here\n`";
    var spans = Markup.parse(text).getFirst().spans();
    assertThat(String.join("", spans.stream().map(Span::text).toList())).isEqualTo(text);
  }
}
