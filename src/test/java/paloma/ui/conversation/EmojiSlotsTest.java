package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EmojiSlotsTest {
  private final EmojiSlots slots = new EmojiSlots();

  @Test
  void eachEmojiIsOneCharacterWhileItIsWritten() {
    var text = "Hi 😀😀 a👍🏽b 🇩🇪 ❤️ 中文";
    var stood = slots.stood(text);
    assertThat(stood).hasSize("Hi .. a.b . . 中文".length());
    assertThat(stood.charAt(3)).isEqualTo(stood.charAt(4));
    assertThat(slots.emoji(stood.charAt(7))).isEqualTo("👍🏽");
    assertThat(slots.emoji('H')).isNull();
    assertThat(slots.written(stood)).isEqualTo(text);
  }

  @Test
  void whatHasItsSlotsStaysAsItIs() {
    var stood = slots.stood("ok 🎉");
    assertThat(slots.stood(stood)).isEqualTo(stood);
    assertThat(slots.stood("𠮷 plain")).isEqualTo("𠮷 plain");
  }
}
