package paloma.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextPartsTest {
  @Test
  void theSameNameHasTheSameColourEverywhere() {
    assertThat(AvatarLook.of("Anna", 36)).isEqualTo(new AvatarLook("A", 3));
    assertThat(AvatarLook.of("Jonas", 36)).isEqualTo(new AvatarLook("J", 0));
    assertThat(AvatarLook.of("小雯", 36)).isEqualTo(new AvatarLook("小雯", 6));
    assertThat(AvatarLook.of("子墨", 36)).isEqualTo(new AvatarLook("子墨", 2));
  }

  @Test
  void hanNamesAreToldApartByTheirEnd() {
    assertThat(AvatarLook.of("欧阳思远", 36).initials()).isEqualTo("思远");
    assertThat(AvatarLook.of("欧阳思远", 24).initials()).isEqualTo("远");
    assertThat(AvatarLook.of("  ", 36).initials()).isEqualTo("?");
  }

  @Test
  void emojiOfEveryMakeBecomePictures() {
    for (var emoji : new String[] {"👍", "❤️", "👨‍👩‍👧", "🇩🇪", "👍🏽", "1️⃣"}) {
      assertThat(EmojiText.split("a" + emoji + "b"))
          .as(emoji)
          .containsExactly(
              new EmojiText.Run("a", false),
              new EmojiText.Run(emoji, true),
              new EmojiText.Run("b", false));
    }
  }

  @Test
  void wordsAndDigitsStayText() {
    for (var text : new String[] {"1 + 1 = 2", "收到，明天 10 点", "© 2026 ™", "naïve — “so”"}) {
      assertThat(EmojiText.split(text)).containsExactly(new EmojiText.Run(text, false));
    }
  }

  @Test
  void everyCategoryOfEmojiHasPictures() {
    for (int i = 0; i < 9; i++) {
      assertThat(EmojiPictures.category(i)).isNotEmpty().allMatch(EmojiPictures::has);
    }
  }

  @Test
  void whatWouldReorderATextIsShown() {
    assertThat(SafeText.visible("exe.\u202Egnp.txt")).isEqualTo("exe.‹U+202E›gnp.txt");
    assertThat(SafeText.visible("a\u0007b\u0085")).isEqualTo("a␇b‹U+0085›");
    assertThat(SafeText.visible("one\ntwo\t\uD800")).isEqualTo("one\ntwo\t\uFFFD");
  }

  @Test
  void namesFromRightToLeftStayInsideTheirPlace() {
    assertThat(SafeText.name("Anna")).isEqualTo("Anna");
    assertThat(SafeText.name("דנה")).isEqualTo("\u2068דנה\u2069");
    assertThat(SafeText.name("two\nlines")).isEqualTo("two lines");
  }
}
