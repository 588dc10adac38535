package paloma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final SplittableRandom random = new SplittableRandom(20261124);

  private DeviceId id() {
    return new DeviceId(
        new Hash(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()));
  }

  @Test
  void whatIsPrintedIsReadAgain() {
    for (int i = 0; i < 200; i++) {
      var id = id();
      assertThat(id.text()).matches("([A-Z2-7]{8}-){6}[A-Z2-7]{8}");
      assertThat(DeviceId.parse(id.text())).contains(id);
      assertThat(DeviceId.parse(id.text().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
          .contains(id);
    }
  }

  @Test
  void aTypingErrorIsNoticed() {
    var text = id().text().replace("-", "");
    for (int at = 0; at < text.length(); at++) {
      char wrong = text.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(DeviceId.parse(text.substring(0, at) + wrong + text.substring(at + 1))).isEmpty();
    }
    assertThat(DeviceId.parse("")).isEmpty();
    assertThat(DeviceId.parse("anna")).isEmpty();
  }

  @Test
  void aConversationIsTheSameFromBothSides() {
    var one = id();
    var other = id();
    assertThat(ConversationId.between(one, other)).isEqualTo(ConversationId.between(other, one));
    assertThat(ConversationId.between(one, id())).isNotEqualTo(ConversationId.between(one, other));
  }

  @Test
  void messageIdsArePrintedAndReadAgain() {
    var id = MessageId.random();
    assertThat(id.text()).hasSize(26);
    assertThat(MessageId.parse(id.text())).contains(id);
    assertThat(MessageId.parse(id.text().substring(1))).isEmpty();
    assertThat(MessageId.parse(id.text().substring(1) + "!")).isEmpty();
  }

  @Test
  void ordersAreThoseOfTheBytes() {
    var small = new Hash(0x7fff_ffff_ffff_ffffL, 0, 0, 0);
    var large = new Hash(0x8000_0000_0000_0000L, 0, 0, 0);
    assertThat(small).isLessThan(large);
    assertThat(Hash.of(large.bytes())).isEqualTo(large);
  }
}
