package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void widthAndCaseDoNotMatter() {
    assertThat(PlainText.of("ＰＡＬＯＭＡ　１２　ﾊﾟｿｺﾝ")).isEqualTo("paloma 12 パソコン");
    assertThat(PlainText.of("ΟΔΟΣ")).isEqualTo(PlainText.of("οδος"));
    assertThat(PlainText.of("❤️")).isEqualTo("❤");
  }

  @Test
  void wordsAreParted() {
    assertThat(PlainText.words("  Foo　ＢＡＲ foo ")).containsExactly("foo", "bar");
    assertThat(PlainText.words(" 　 ")).isEmpty();
  }

  @Test
  void hitsAreTheWrittenCharacters() {
    assertThat(found("展台效果图，展台报价", "展台")).containsExactly("展台", "展台");
    assertThat(found("Ｒｅｐｏｒｔ and report", "report")).containsExactly("Ｒｅｐｏｒｔ", "report");
    assertThat(found("aaa", "aa")).containsExactly("aaa");
    assertThat(found("x ㍿ y", "株式")).containsExactly("㍿");
    assertThat(found("ﾊﾟｿｺﾝ", "パ")).containsExactly("ﾊﾟ");
    assertThat(found("😀 ok 😀", "ok")).containsExactly("ok");
    assertThat(found("nothing", "")).isEmpty();
  }

  @Test
  void adjacentWordsAreOneHitAndOrderIsThatOfTheText() {
    assertThat(found("two one", "one two")).containsExactly("two", "one");
    assertThat(found("onetwo", "one two")).containsExactly("onetwo");
  }

  private static List<String> found(String text, String query) {
    return PlainText.hits(text, query).stream().map(h -> text.substring(h.from(), h.to())).toList();
  }
}
