package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.files.PartFolder;
import paloma.model.MessageId;
import paloma.model.Transfer;

class ResumeTest {
  private static final int BYTES = 36 * (1 << 20) + 5;

  /** Some chunks are marked as here by then, some are only written. */
  private static final long STALL = 29 * (1 << 20) + 77;

  /** What a kill may cost, and the frames and pages around it. */
  private static final long MOST_AGAIN = (4L << 20) + (64 << 10);

  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Path file;
  private Desk ann;
  private Desk bob;

  @BeforeEach
  void twoDesks() throws Exception {
    file = Trees.file(folder.resolve("offered/big.bin"), BYTES, 1);
    ann = new Desk(keys.person(), folder.resolve("ann"));
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    ann.other = bob;
    bob.other = ann;
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  private MessageId stalledInTheMiddle() throws Exception {
    bob.stall = STALL;
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.RUNNING);
    bob.links.getFirst().from().awaitStall();
    return offer;
  }

  private void arrives(MessageId offer) throws Exception {
    var done = bob.await(offer, Transfer.State.FINISHED);
    assertThat(Files.mismatch(file, done.path())).isEqualTo(-1);
    assertThat(bob.downloads.resolve(PartFolder.NAME)).doesNotExist();
  }

  @Test
  void aKilledReceiverGoesOnWithWhatIsMissing() throws Exception {
    var offer = stalledInTheMiddle();
    long before = bob.received();
    var downloads = bob.downloads;
    bob = bob.killed(folder.resolve("bob again"));
    assertThat(bob.only(offer).state()).isEqualTo(Transfer.State.RUNNING);

    bob.transfers.start();

    var done = bob.await(offer, Transfer.State.FINISHED);
    assertThat(done.path()).isEqualTo(downloads.resolve("big.bin"));
    assertThat(Files.mismatch(file, done.path())).isEqualTo(-1);
    assertThat(before + bob.received()).isBetween((long) BYTES, BYTES + MOST_AGAIN);
  }

  @Test
  void aKilledSenderIsWaitedForAndSendsOnlyWhatIsMissing() throws Exception {
    var offer = stalledInTheMiddle();
    bob.other = null;
    var again = ann.killed(folder.resolve("ann again"));
    bob.await(offer, Transfer.State.WAITING);
    ann = again;
    ann.transfers.start();
    ann.other = bob;
    bob.other = ann;

    bob.transfers.reachable(ann.id());

    arrives(offer);
    assertThat(bob.received()).isBetween((long) BYTES, BYTES + MOST_AGAIN);
  }

  @Test
  void aCutLinkCostsNoMoreThanWhatWasOnIt() throws Exception {
    var offer = stalledInTheMiddle();
    bob.links.getFirst().close();
    bob.await(offer, Transfer.State.WAITING);
    bob.transfers.reachable(ann.id());
    arrives(offer);
    assertThat(bob.received()).isBetween((long) BYTES, BYTES + MOST_AGAIN);
  }

  @Test
  void bytesThatAPowerCutTookAreFetchedAgain() throws Exception {
    var offer = stalledInTheMiddle();
    var part = bob.downloads.resolve(PartFolder.NAME).resolve(offer.text()).resolve("big.bin");
    bob = killedWithLostBytes(part);

    bob.transfers.start();

    var done = bob.await(offer, Transfer.State.FINISHED);
    assertThat(Files.mismatch(file, done.path())).isEqualTo(-1);
  }

  private Desk killedWithLostBytes(Path part) throws Exception {
    var again = bob.killed(folder.resolve("bob again"));
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1000), 3 << 20);
      channel.write(ByteBuffer.allocate(1000), 22 << 20);
    }
    return again;
  }

  @Test
  void aPeerThatIsAwayIsWaitedForAcrossARestart() throws Exception {
    bob.other = null;
    var offer = ann.offer(bob, file);
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.WAITING);
    bob = bob.killed(folder.resolve("bob again"));
    bob.other = ann;

    bob.transfers.start();

    bob.await(offer, Transfer.State.FINISHED);
  }
}
