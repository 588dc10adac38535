package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.Hash;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.transfer.Standing.Guest;

/** One file that two people hold and a third one pulls, without a word in a conversation. */
@Timeout(60)
class StandingTest {
  private static final int BYTES = 36 * (1 << 20) + 5;
  private static final long STALL = 29 * (1 << 20) + 77;

  /** What a change of the holder may cost, and the frames and pages around it. */
  private static final long MOST_AGAIN = (4L << 20) + (64 << 10);

  private static final Instant DATE = Instant.parse("2026-11-24T09:30:00Z");
  private static final MessageId OFFER = Standing.number(Hash.ZERO);

  private final Keys keys = new Keys();
  @TempDir Path folder;
  private Path file;
  private Desk ann;
  private Desk cid;
  private Desk bob;

  @BeforeEach
  void threeDesks() throws Exception {
    file = Trees.file(folder.resolve("held/big.bin"), BYTES, 1);
    Files.setLastModifiedTime(file, FileTime.from(DATE));
    ann = holder("ann");
    cid = holder("cid");
    bob = new Desk(keys.person(), folder.resolve("bob"));
    bob.transfers.start();
    bob.transfers.standing().begin(bob, _ -> Guest.REFUSED);
    bob.other = ann;
  }

  private Desk holder(String name) throws Exception {
    var desk = new Desk(keys.person(), folder.resolve(name));
    desk.transfers.start();
    desk.transfers.standing().begin(desk, _ -> Guest.CONTACT);
    desk.transfers.standing().serve(OFFER, described(List.of(file)));
    return desk;
  }

  private static Outgoing described(List<Path> roots) {
    return Standing.file("big.bin", BYTES, DATE, roots);
  }

  @AfterEach
  void goHome() {
    ann.close();
    cid.close();
    bob.close();
  }

  private void pull(Desk from) {
    bob.transfers.standing().pull(OFFER, from.id(), described(List.of()), bob.downloads);
  }

  private void arrives() throws Exception {
    var done = bob.await(OFFER, Transfer.State.FINISHED);
    assertThat(Files.mismatch(file, done.path())).isEqualTo(-1);
  }

  @Test
  void aFileComesThatNoConversationKnowsOf() throws Exception {
    pull(ann);
    arrives();
    assertThat(bob.transfers.list(true)).isEmpty();
    assertThat(bob.transfers.of(OFFER)).isEmpty();
    assertThat(ann.transfers.list(false)).isEmpty();
    assertThat(ann.told).isEmpty();
    assertThatThrownBy(() -> bob.transfers.cancel(OFFER)).hasMessageContaining("unknown-transfer");
  }

  @Test
  void anotherHolderGoesOnWhereTheFirstOneStopped() throws Exception {
    bob.stall = STALL;
    pull(ann);
    bob.await(OFFER, Transfer.State.RUNNING);
    bob.links.getFirst().from().awaitStall();
    bob.other = null;
    bob.links.getFirst().close();
    bob.await(OFFER, Transfer.State.WAITING);

    bob.transfers.standing().leave(OFFER, ann.id());
    bob.other = cid;
    pull(cid);

    arrives();
    assertThat(bob.received()).isBetween((long) BYTES, BYTES + MOST_AGAIN);
    assertThat(bob.transfers.standing().sources(OFFER)).containsExactly(ann.id(), cid.id());
  }

  @Test
  void afterAKillItGoesOnOnlyWhenSomebodyStillWantsIt() throws Exception {
    bob.stall = STALL;
    pull(ann);
    bob.await(OFFER, Transfer.State.RUNNING);
    bob.links.getFirst().from().awaitStall();
    long before = bob.received();
    var place = bob.downloads;
    bob = bob.killed(folder.resolve("bob again"));
    bob.transfers.start();
    bob.transfers.standing().begin(bob, _ -> Guest.REFUSED);
    assertThat(bob.links).isEmpty();
    assertThat(bob.transfers.standing().pulling()).hasSize(1);

    bob.transfers.standing().pull(OFFER, ann.id(), described(List.of()), place);

    arrives();
    assertThat(before + bob.received()).isBetween((long) BYTES, BYTES + MOST_AGAIN);
  }

  @Test
  void whatIsDroppedLeavesNothing() throws Exception {
    bob.stall = STALL;
    pull(ann);
    bob.await(OFFER, Transfer.State.RUNNING);
    bob.transfers.standing().drop(OFFER, ann.id());
    assertThat(bob.transfers.standing().pulling()).isEmpty();
    assertThat(bob.downloads).isEmptyDirectory();
  }

  @Test
  void whoMayNotHaveItAndWhatIsNotThereAnyMoreIsNotServed() throws Exception {
    ann.transfers.standing().begin(ann, _ -> Guest.REFUSED);
    pull(ann);
    var refused = bob.await(OFFER, Transfer.State.FAILED);
    assertThat(refused.problem().code()).isEqualTo("not-offered");

    cid.transfers.standing().withdraw(OFFER);
    bob.other = cid;
    pull(cid);
    var gone = bob.await(OFFER, Transfer.State.FAILED);
    assertThat(gone.problem().code()).isEqualTo("not-offered");
  }

  @Test
  void aHolderWhoseFileChangedServesNothingOfIt() throws Exception {
    Files.write(file, new byte[BYTES]);
    pull(ann);
    var failed = bob.await(OFFER, Transfer.State.FAILED);
    assertThat(failed.problem().code()).isEqualTo("sender-changed-file");
  }

  /** Whoever gives an offer in a conversation the same number must not take the place of it. */
  @Test
  void anOfferWithTheSameNumberDoesNotStandInTheWay() throws Exception {
    var claimed = new Body.Offer(OFFER, "", described(List.of()).summary());
    bob.transfers.received(OFFER, ConversationId.between(ann.id(), bob.id()), ann.id(), claimed);
    assertThatThrownBy(() -> pull(ann)).hasMessageContaining("peer-misbehaved");
    bob.other = cid;
    pull(cid);
    arrives();
  }

  @Test
  void onlyAFewPullAtOnceAndStrangersTakeNotAllPlaces() {
    var lending = new Lending();
    lending.put(OFFER, described(List.of(file)));
    var stranger = keys.person().ourselves();
    lending.door(peer -> peer.equals(stranger) ? Guest.STRANGER : Guest.CONTACT);
    var first = MemoryLink.pair(stranger, ann.id()).dialled();
    var second = MemoryLink.pair(stranger, ann.id()).dialled();
    assertThat(lending.enter(first)).isTrue();
    assertThat(lending.enter(second)).isTrue();
    assertThat(lending.enter(MemoryLink.pair(stranger, ann.id()).dialled())).isFalse();
    assertThat(lending.enter(MemoryLink.pair(bob.id(), ann.id()).dialled())).isTrue();
    assertThat(lending.enter(MemoryLink.pair(cid.id(), ann.id()).dialled())).isTrue();
    assertThat(lending.crowded(bob.id())).isTrue();
    lending.left(first);
    assertThat(lending.crowded(bob.id())).isFalse();
    assertThat(lending.enter(second)).isTrue();
  }
}
