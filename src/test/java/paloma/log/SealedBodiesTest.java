package paloma.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.SealedBody;

/** Sealed messages and openings are written as they always were. */
class SealedBodiesTest {
  private static final MessageId ID = new MessageId(0x1122334455667788L, 0x99aabbccddeeff00L);
  private static final SealedBody SEALED = new SealedBody.Sealed(ID, "封书 for Jonas", true);
  private static final SealedBody OPENED =
      new SealedBody.Opened(ID, new MessageId(1, 2), 1_795_514_971_000L);

  @Test
  void theirBytesStay() throws Exception {
    assertThat(HexFormat.of().formatHex(BodyCodec.encode(SEALED))).isEqualTo(golden("sealed.hex"));
    assertThat(HexFormat.of().formatHex(BodyCodec.encode(OPENED))).isEqualTo(golden("opened.hex"));
    assertThat(BodyCodec.decode(40, HexFormat.of().parseHex(golden("sealed.hex"))))
        .isEqualTo(SEALED);
    assertThat(BodyCodec.decode(41, HexFormat.of().parseHex(golden("opened.hex"))))
        .isEqualTo(OPENED);
  }

  @Test
  void whatIsNoneIsRefused() {
    byte[] sealed = BodyCodec.encode(SEALED);
    for (int length = 0; length < sealed.length; length++) {
      byte[] part = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> BodyCodec.decode(40, part)).isInstanceOf(MalformedException.class);
    }
    byte[] empty = BodyCodec.encode(new SealedBody.Sealed(ID, "", false));
    assertThatThrownBy(() -> BodyCodec.decode(40, empty)).isInstanceOf(MalformedException.class);
    byte[] odd = sealed.clone();
    odd[17] = 2;
    assertThatThrownBy(() -> BodyCodec.decode(40, odd)).isInstanceOf(MalformedException.class);
  }

  private static String golden(String name) throws IOException {
    try (var in = SealedBodiesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
    }
  }
}
