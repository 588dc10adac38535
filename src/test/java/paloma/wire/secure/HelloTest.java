package paloma.wire.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.identity.FixedIdentity;
import paloma.identity.Identity;
import paloma.model.MalformedException;
import paloma.model.Purpose;

class HelloTest {
  private final Identity ann = FixedIdentity.of(1);
  private final Identity bob = FixedIdentity.of(2);
  private final byte[] exporter = new byte[32];

  HelloTest() {
    Arrays.fill(exporter, (byte) 9);
  }

  @Test
  void theBytesAreThoseOfTheProtocol() throws Exception {
    var golden = Golden.bytes("hello");
    var out = new ByteArrayOutputStream();
    new FrameWriter(out).send(hello());
    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo(HexFormat.of().formatHex(golden));

    var read = new FrameReader(new ByteArrayInputStream(golden)).read(Frame.Hello.class);
    Hello.check(read, Hello.Side.DIALLER, exporter, ann.publicKey(), bob.id());
  }

  @Test
  void everythingInItIsSigned() {
    var h = hello();
    assertRefused(with(h, 43, h.boot(), h.purpose(), h.features(), h.clock()));
    assertRefused(with(h, h.instance(), 43, h.purpose(), h.features(), h.clock()));
    assertRefused(with(h, h.instance(), h.boot(), Purpose.FILES, h.features(), h.clock()));
    assertRefused(with(h, h.instance(), h.boot(), h.purpose(), 43, h.clock()));
    assertRefused(with(h, h.instance(), h.boot(), h.purpose(), h.features(), 43));
  }

  @Test
  void itHoldsForOneSessionOneSideAndOneReceiver() {
    var other = exporter.clone();
    other[0]++;
    assertThatThrownBy(
            () -> Hello.check(hello(), Hello.Side.DIALLER, other, ann.publicKey(), bob.id()))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(
            () -> Hello.check(hello(), Hello.Side.ACCEPTOR, exporter, ann.publicKey(), bob.id()))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(
            () -> Hello.check(hello(), Hello.Side.DIALLER, exporter, ann.publicKey(), ann.id()))
        .isInstanceOf(MalformedException.class);
  }

  private void assertRefused(Frame.Hello changed) {
    assertThatThrownBy(
            () -> Hello.check(changed, Hello.Side.DIALLER, exporter, ann.publicKey(), bob.id()))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("signature");
  }

  private Frame.Hello hello() {
    var open = Hello.open(ann, bob.id().hash(), 7, 3, Purpose.TALK, 1_700_000_000_000L);
    return Hello.signed(ann, Hello.Side.DIALLER, exporter, open);
  }

  private static Frame.Hello with(
      Frame.Hello h, long instance, long boot, Purpose purpose, long features, long clock) {
    return new Frame.Hello(
        h.leastVersion(),
        h.mostVersion(),
        h.publicKey(),
        h.dialled(),
        instance,
        boot,
        purpose,
        features,
        clock,
        h.signature());
  }
}
