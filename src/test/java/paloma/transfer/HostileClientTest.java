package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.frames.Frame;
import paloma.frames.FrameReader;
import paloma.frames.FrameWriter;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.Signing;
import paloma.model.Transfer;

class HostileClientTest {
  private static final int CHUNKS = 3;

  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Desk ann;
  private Desk bob;
  private MessageId offer;

  @BeforeEach
  void anOffer() throws Exception {
    ann = new Desk(keys.person(), folder.resolve("ann"));
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    bob.other = ann;
    offer = ann.offer(bob, Trees.file(folder.resolve("x/file"), CHUNKS << 20, 1));
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  /** Somebody who speaks frames as they like. */
  private final class Client {
    final FrameReader in;
    final FrameWriter out;

    Client(Signing who) {
      var pair = MemoryLink.pair(who.ourselves(), ann.id());
      in = new FrameReader(pair.dialler().in());
      out = new FrameWriter(pair.dialler().out());
      ann.tasks.start(
          "served",
          () -> {
            try {
              ann.transfers.serve(pair.dialled());
            } catch (MalformedException e) {
              pair.dialled().close();
            }
          });
    }

    Frame.Grant grant() throws IOException {
      out.send(new Frame.AskGrant(offer));
      return in.read(Frame.Grant.class);
    }

    void hears(String code) throws IOException {
      assertThat(in.read(Frame.Trouble.class).code()).isEqualTo(code);
    }

    void isCutOff() {
      assertThatThrownBy(() -> in.read()).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void whoShowsNoGrantGetsNothing() throws Exception {
    var client = new Client(bob.signing);
    client.out.send(new Frame.Want(offer, 0, 1));
    client.hears("grant-refused");
    client.out.send(new Frame.WantManifest(offer, 0));
    client.hears("grant-refused");
  }

  @Test
  void whoWasOfferedNothingIsGivenNoGrant() throws Exception {
    var client = new Client(keys.person());
    client.out.send(new Frame.AskGrant(offer));
    client.hears("not-offered");
    client.out.send(new Frame.AskGrant(MessageId.random()));
    client.hears("not-offered");
  }

  @Test
  void somebodyElsesGrantIsNoGrant() throws Exception {
    var grant = new Client(bob.signing).grant();
    var carol = new Client(keys.person());
    carol.out.send(grant);
    carol.hears("grant-refused");
    carol.out.send(new Frame.Want(offer, 0, 1));
    carol.hears("grant-refused");
  }

  @Test
  void aGrantThatTheOffererDidNotSignOrThatIsOverIsNoGrant() throws Exception {
    var client = new Client(bob.signing);
    client.out.send(new Grant(offer, bob.id(), Instant.now().plusSeconds(60)).signed(bob.signing));
    client.hears("grant-refused");
    client.out.send(new Grant(offer, bob.id(), Instant.now().minusSeconds(60)).signed(ann.signing));
    client.hears("grant-refused");
    client.out.send(new Frame.Grant(new byte[3], new byte[64]));
    client.isCutOff();
  }

  @Test
  void aGrantForOneOfferOpensNoOther() throws Exception {
    var other = ann.offer(bob, Trees.file(folder.resolve("y/file"), 10, 1));
    var client = new Client(bob.signing);
    client.out.send(client.grant());
    client.out.send(new Frame.Want(other, 0, 1));
    client.hears("grant-refused");
  }

  @Test
  void aRangeOutsideTheOfferCutsTheLinkAndNothingElse() throws Exception {
    for (var range :
        List.of(
            new int[] {0, CHUNKS + 1},
            new int[] {-1, 1},
            new int[] {0, 0},
            new int[] {CHUNKS, 1},
            new int[] {1, Integer.MAX_VALUE},
            new int[] {Integer.MAX_VALUE, 1},
            new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE})) {
      var client = new Client(bob.signing);
      client.out.send(client.grant());
      client.out.send(new Frame.Want(offer, range[0], range[1]));
      client.isCutOff();
    }
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.FINISHED);
  }

  @Test
  void aManifestOffsetOutsideCutsTheLink() throws Exception {
    for (int offset : new int[] {-1, 100_000, Integer.MIN_VALUE}) {
      var client = new Client(bob.signing);
      client.out.send(client.grant());
      client.out.send(new Frame.WantManifest(offer, offset));
      client.isCutOff();
    }
  }

  @Test
  void whatOnlyAServerSaysCutsTheLink() throws Exception {
    var client = new Client(bob.signing);
    client.out.send(new Frame.Chunk(offer, 0, ByteBuffer.allocate(1)));
    client.isCutOff();
  }

  @Test
  void afterTheOfferIsWithdrawnEvenAGrantOpensNothing() throws Exception {
    var client = new Client(bob.signing);
    client.out.send(client.grant());
    // Its answer tells that the grant was looked at.
    client.out.send(new Frame.Ping(1));
    assertThat(client.in.read(Frame.Pong.class).nonce()).isEqualTo(1);
    ann.transfers.cancel(offer);
    client.out.send(new Frame.Want(offer, 0, 1));
    client.hears("withdrawn");
  }

  @Test
  void oneWhoAsksAndNeverReadsHoldsNobodyElseUp() throws Exception {
    var greedy = new Client(bob.signing);
    greedy.out.send(greedy.grant());
    for (int i = 0; i < 50; i++) greedy.out.send(new Frame.Want(offer, 0, CHUNKS));
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.FINISHED);
  }
}
