package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.Images;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.identity.Identity;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Purpose;
import paloma.peers.RegisterCodec;
import paloma.rig.Desk;
import paloma.rig.Rig;
import paloma.wire.Link;
import paloma.wire.Wire;
import paloma.wire.loopback.LoopbackWire;
import paloma.work.SystemTime;
import paloma.work.Tasks;

/** Pictures of somebody who speaks frames by hand and means no good. */
final class HostilePortraitTest {
  @TempDir Path folder;
  private final Identity mallory = Identity.generate();
  private final SystemTime time = new SystemTime();
  private final Tasks tasks = new Tasks(time);
  private Rig rig;
  private Desk anna;
  private LoopbackWire wire;
  private Link link;
  private FrameReader in;
  private FrameWriter out;
  private long counter;

  @BeforeEach
  void dial() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    anna.messenger()
        .appearance()
        .wear(Images.file(folder.resolve("a.png"), Images.halves(90, 90), "png"));
    wire = new LoopbackWire(rig.lan(), mallory.publicKey(), 1, 7, tasks);
    var seen = new CompletableFuture<Wire.Sighting>();
    wire.announce(profile(null));
    wire.start(new Ear(anna.id(), seen));
    var at = seen.get(10, TimeUnit.SECONDS).at();
    link = wire.dial(anna.id(), at, Purpose.TALK);
    in = new FrameReader(link.in());
    out = new FrameWriter(link.out());
  }

  @AfterEach
  void end() {
    wire.close();
    rig.close();
    tasks.close();
    time.close();
  }

  private record Ear(DeviceId wanted, CompletableFuture<Wire.Sighting> seen)
      implements Wire.Listener {
    @Override
    public void sighted(Wire.Sighting sighting) {
      if (sighting.device().equals(wanted)) seen.complete(sighting);
    }

    @Override
    public void left(DeviceId device, long instance) {}

    @Override
    public void linked(Link link) {}

    @Override
    public void networkChanged(List<String> interfaces) {}

    @Override
    public void problem(Problem problem) {}
  }

  private Profile profile(Hash avatar) {
    return new Profile(
        mallory.id(),
        ++counter,
        "Mallory",
        "",
        "",
        "",
        "",
        "m",
        Presence.ONLINE,
        "00".repeat(32),
        avatar);
  }

  private void wear(Hash avatar) throws Exception {
    var register = RegisterCodec.encode(profile(avatar));
    out.send(new Frame.Register(register, mallory.sign(RegisterCodec.CONTEXT, register)));
  }

  /** The next frame of a kind; others are passed over. */
  private <T extends Frame> T next(Class<T> kind) throws Exception {
    while (true) {
      var frame = in.read();
      if (kind.isInstance(frame)) return kind.cast(frame);
    }
  }

  private void pass() throws Exception {
    long nonce = ++counter;
    out.send(new Frame.Ping(nonce));
    while (next(Frame.Pong.class).nonce() != nonce) {}
  }

  private void assertCutOff() {
    assertThatThrownBy(() -> next(Frame.Hello.class)).isInstanceOf(EOFException.class);
  }

  private boolean shown(Hash hash) {
    return anna.messenger().appearance().picture(hash).isPresent();
  }

  @Test
  void aGoodPictureIsAskedForOnceAndShown() throws Exception {
    var bytes = Images.encoded(Images.halves(64, 64), "png");
    var hash = Hash.sha256(bytes);
    wear(hash);
    assertThat(next(Frame.WantBlob.class).hash()).isEqualTo(hash);
    out.send(new Frame.Blob(hash, bytes));
    pass();
    assertThat(shown(hash)).isTrue();
  }

  @Test
  void bytesOfAnotherHashCostTheLink() throws Exception {
    var hash = Hash.sha256(new byte[] {1});
    wear(hash);
    next(Frame.WantBlob.class);
    out.send(new Frame.Blob(hash, Images.encoded(Images.halves(64, 64), "png")));
    assertCutOff();
    assertThat(shown(hash)).isFalse();
  }

  @Test
  void aPictureThatNobodyAskedForCostsTheLink() throws Exception {
    var bytes = Images.encoded(Images.halves(64, 64), "png");
    out.send(new Frame.Blob(Hash.sha256(bytes), bytes));
    assertCutOff();
    assertThat(shown(Hash.sha256(bytes))).isFalse();
  }

  @Test
  void theSamePictureASecondTimeCostsTheLink() throws Exception {
    var bytes = Images.encoded(Images.halves(64, 64), "png");
    var hash = Hash.sha256(bytes);
    wear(hash);
    next(Frame.WantBlob.class);
    out.send(new Frame.Blob(hash, bytes));
    out.send(new Frame.Blob(hash, bytes));
    assertCutOff();
  }

  @Test
  void aBombIsNotKeptAndNotAskedForAgain() throws Exception {
    var bomb = Images.pngThatPromises(50_000, 50_000);
    var hash = Hash.sha256(bomb);
    wear(hash);
    next(Frame.WantBlob.class);
    out.send(new Frame.Blob(hash, bomb));
    pass();
    assertThat(shown(hash)).isFalse();
    wear(hash);
    out.send(new Frame.Ping(77));
    assertThat(untilPong(77)).isZero();
  }

  @Test
  void somebodyWhoChangesTheirPictureAllTheTimeIsAskedForSixteen() throws Exception {
    for (int i = 0; i < 60; i++) wear(Hash.sha256(new byte[] {2, (byte) i}));
    out.send(new Frame.Ping(78));
    assertThat(untilPong(78)).isEqualTo(16);
    assertThat(anna.messenger().me().presence()).isEqualTo(Presence.ONLINE);
  }

  @Test
  void whoAsksAgainAndAgainGetsAPictureOnce() throws Exception {
    var worn = anna.messenger().me().profile().avatar();
    for (int i = 0; i < 50; i++) out.send(new Frame.WantBlob(worn));
    out.send(new Frame.WantBlob(Hash.sha256(new byte[] {9})));
    assertThat(Hash.sha256(next(Frame.Blob.class).bytes())).isEqualTo(worn);
    out.send(new Frame.Ping(79));
    int blobs = 0;
    for (var frame = in.read(); !(frame instanceof Frame.Pong pong && pong.nonce() == 79); ) {
      if (frame instanceof Frame.Blob) blobs++;
      frame = in.read();
    }
    assertThat(blobs).isZero();
  }

  /** How many pictures were asked for until the answer to a ping. */
  private int untilPong(long nonce) throws Exception {
    int asked = 0;
    while (true) {
      var frame = in.read();
      if (frame instanceof Frame.WantBlob) asked++;
      if (frame instanceof Frame.Pong pong && pong.nonce() == nonce) return asked;
    }
  }
}
