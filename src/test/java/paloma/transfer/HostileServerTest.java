package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.PartFolder;
import paloma.frames.Frame;
import paloma.model.Hash;
import paloma.model.MalformedException;
import paloma.model.MessageId;
import paloma.model.Transfer;

class HostileServerTest {
  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Desk ann;
  private Desk bob;

  @BeforeEach
  void twoDesks() throws Exception {
    ann = new Desk(keys.person(), folder.resolve("ann"));
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    bob.other = ann;
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  private String failure(UnaryOperator<Frame> tamper) throws Exception {
    bob.tamper = tamper;
    var tree = folder.resolve("tree");
    Trees.file(tree.resolve("a"), (1 << 20) + 100_000, 1);
    Trees.file(tree.resolve("b"), 10, 2);
    var offer = ann.offer(bob, tree);
    bob.transfers.accept(offer, null);
    while (true) {
      var told = bob.await(t -> t.offer().equals(offer));
      if (told.state() == Transfer.State.WAITING) bob.transfers.reachable(ann.id());
      if (!told.state().ended()) continue;
      assertThat(told.state()).isEqualTo(Transfer.State.FAILED);
      assertThat(bob.downloads.resolve("tree")).doesNotExist();
      assertThat(bob.downloads.resolve(PartFolder.NAME)).doesNotExist();
      return told.problem().code();
    }
  }

  private void misbehaves(UnaryOperator<Frame> tamper) throws Exception {
    assertThat(failure(tamper)).isEqualTo("peer-misbehaved");
  }

  private interface ChunkRule {
    Frame of(Frame.Chunk chunk);
  }

  private static UnaryOperator<Frame> chunks(ChunkRule rule) {
    return frame -> frame instanceof Frame.Chunk chunk ? rule.of(chunk) : frame;
  }

  private interface PageRule {
    Frame of(Frame.HashPage page);
  }

  private static UnaryOperator<Frame> pages(PageRule rule) {
    return frame -> frame instanceof Frame.HashPage page ? rule.of(page) : frame;
  }

  @Test
  void aChunkWithOtherBytesIsNotPublished() throws Exception {
    misbehaves(
        chunks(chunk -> {
          chunk.bytes().put(chunk.bytes().position(), (byte) 77);
          return chunk;
        }));
  }

  @Test
  void aChunkOutOfTurnIsRefused() throws Exception {
    misbehaves(chunks(chunk -> new Frame.Chunk(chunk.offer(), chunk.index() + 1, chunk.bytes())));
  }

  @Test
  void aNegativeChunkIsRefused() throws Exception {
    misbehaves(chunks(chunk -> new Frame.Chunk(chunk.offer(), -1, chunk.bytes())));
  }

  @Test
  void aChunkOfAnotherOfferIsRefused() throws Exception {
    misbehaves(chunks(chunk -> new Frame.Chunk(MessageId.random(), chunk.index(), chunk.bytes())));
  }

  @Test
  void aChunkThatIsTooLongIsRefused() throws Exception {
    misbehaves(
        chunks(chunk -> {
          var longer = ByteBuffer.allocate(chunk.bytes().remaining() + 1);
          longer.put(chunk.bytes().duplicate()).rewind();
          return new Frame.Chunk(chunk.offer(), chunk.index(), longer);
        }));
  }

  @Test
  void aChunkWithoutItsPageIsRefused() throws Exception {
    misbehaves(pages(page -> null));
  }

  @Test
  void aPageWithAnotherSignatureIsRefused() throws Exception {
    misbehaves(
        pages(page -> {
          var signature = page.signature().clone();
          signature[5] ^= 1;
          return new Frame.HashPage(page.page(), signature);
        }));
  }

  @Test
  void aPageOfSomebodyElseIsRefused() throws Exception {
    var mallory = keys.person();
    misbehaves(
        pages(page -> new Frame.HashPage(page.page(), mallory.sign(Page.CONTEXT, page.page()))));
  }

  @Test
  void aSignatureMadeForSomethingElseIsRefused() throws Exception {
    misbehaves(
        pages(
            page -> new Frame.HashPage(page.page(), ann.signing.sign(Grant.CONTEXT, page.page()))));
  }

  @Test
  void aPageOfAnotherOfferIsRefused() throws Exception {
    misbehaves(
        pages(frame -> {
          var page = decoded(frame);
          return new Page(MessageId.random(), page.first(), page.hashes()).signed(ann.signing);
        }));
  }

  @Test
  void aPageOfOtherChunksIsRefused() throws Exception {
    misbehaves(
        pages(frame -> {
          var page = decoded(frame);
          return new Page(page.offer(), page.first() + 1, page.hashes()).signed(ann.signing);
        }));
  }

  private static Page decoded(Frame.HashPage frame) {
    try {
      return Page.decode(frame.page());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aManifestThatWasNotOfferedIsRefused() throws Exception {
    misbehaves(frame -> {
      if (!(frame instanceof Frame.ManifestPart part)) return frame;
      var bytes = part.bytes().clone();
      bytes[bytes.length - 1] ^= 1;
      return new Frame.ManifestPart(part.offer(), part.offset(), bytes);
    });
  }

  @Test
  void whatNobodyAskedForIsRefused() throws Exception {
    misbehaves(frame -> frame instanceof Frame.Grant ? new Frame.Digest(Hash.ZERO) : frame);
  }

  @Test
  void aTroubleInWordsThatWeDoNotKnowIsNotShown() throws Exception {
    var code =
        failure(frame ->
            frame instanceof Frame.Chunk chunk
                ? new Frame.Trouble(chunk.offer(), chunk.index(), "\u202eevil", "evil")
                : frame);
    assertThat(code).isEqualTo("sender-failed");
  }

  @Test
  void aManifestThatHoldsMoreThanTheCardSaidIsRefused() throws Exception {
    var file = Trees.file(folder.resolve("x/small"), 10, 1);
    var out = ann.transfers.prepare(List.of(file));
    var said = out.summary();
    var lie =
        new paloma.model.Manifest.Summary(
            said.names(), false, 1, 5, said.manifest(), said.manifestBytes());
    var offer = MessageId.random();
    var conversation = paloma.model.ConversationId.between(ann.id(), bob.id());
    ann.transfers.offered(offer, conversation, List.of(bob.id()), out);
    bob.transfers.received(
        offer, conversation, ann.id(), new paloma.model.Body.Offer(offer, "", lie));
    bob.transfers.accept(offer, null);
    while (bob.only(offer).state() != Transfer.State.FAILED) {
      bob.await(t -> true);
      bob.transfers.reachable(ann.id());
    }
    assertThat(bob.only(offer).problem().code()).isEqualTo("peer-misbehaved");
    assertThat(bob.downloads).doesNotExist();
  }
}
