package paloma.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.DeviceId;
import paloma.model.Envelope;
import paloma.model.Hash;
import paloma.model.MailVerdict;
import paloma.store.Database;
import paloma.store.MailStore;
import paloma.work.Tasks;
import paloma.work.WoundTime;

/** What lies with a colleague: how much, how long, for whom. */
class CarrierTest {
  private static final DeviceId ANNA = new DeviceId(new Hash(1, 1, 1, 1));
  private static final DeviceId BERT = new DeviceId(new Hash(2, 2, 2, 2));
  private static final DeviceId CLARA = new DeviceId(new Hash(3, 3, 3, 3));
  private static final long DAY = 20_417;

  @TempDir Path folder;
  private final WoundTime time = new WoundTime();
  private final String key = HexFormat.of().formatHex(Sealing.newKey().publicKey());
  private final List<Envelope> handed = new ArrayList<>();
  private Database database;
  private Carrier carrier;

  @BeforeEach
  void open() throws Exception {
    database = new Database(folder.resolve("paloma.db"), new Tasks(time));
    database.start();
    carrier = new Carrier(database, new MailStore(), time);
    carrier.start();
  }

  @AfterEach
  void close() {
    carrier.stop();
    database.close();
  }

  /** An envelope for a key; nobody looks inside. */
  private static Envelope envelope(String sealKey, int content, int number) {
    var sealed = new byte[content + Envelope.OVERHEAD];
    sealed[0] = 1;
    sealed[1] = (byte) number;
    sealed[2] = (byte) (number >> 8);
    return new Envelope(DAY, Sealing.tag(sealKey, DAY), sealed);
  }

  private Envelope small(int number) {
    return envelope(key, 1024, number);
  }

  @Test
  void itIsHandedToWhoHoldsTheKeyOneAfterTheOtherAndOnce() {
    for (int i = 0; i < 3; i++) {
      assertThat(carrier.keep(ANNA, small(i))).isEqualTo(MailVerdict.KEPT);
    }
    carrier.asked(CLARA, List.of(key), handed::add);
    assertThat(handed).hasSize(1);
    for (int i = 0; i < 3; i++) carrier.answered(CLARA, small(i).id(), MailVerdict.TAKEN);
    assertThat(handed).extracting(e -> e.sealed()[1]).containsExactly((byte) 0, (byte) 1, (byte) 2);
    assertThat(carrier.count()).isZero();

    carrier.asked(CLARA, List.of(key), handed::add);
    assertThat(handed).hasSize(3);
  }

  @Test
  void whoHoldsAnotherKeyGetsNothingAndCanRemoveNothing() {
    carrier.keep(ANNA, small(0));
    var other = HexFormat.of().formatHex(Sealing.newKey().publicKey());
    carrier.asked(BERT, List.of(other), handed::add);
    carrier.answered(BERT, small(0).id(), MailVerdict.TAKEN);
    assertThat(handed).isEmpty();
    assertThat(carrier.count()).isEqualTo(1);
    assertThat(carrier.mayHaveMail(other)).isFalse();
    assertThat(carrier.mayHaveMail(key)).isTrue();
    assertThat(carrier.mayHaveMail("")).as("of somebody whose profile never came").isTrue();
  }

  @Test
  void anOldKeyOfTheReceiverIsServedToo() {
    var old = HexFormat.of().formatHex(Sealing.newKey().publicKey());
    carrier.keep(ANNA, envelope(old, 1024, 5));
    carrier.asked(CLARA, List.of(key, old), handed::add);
    assertThat(handed).hasSize(1);
  }

  @Test
  void whatCanNotBeTakenYetIsKeptAndTheNextOneIsTried() {
    carrier.keep(ANNA, small(0));
    carrier.keep(ANNA, small(1));
    carrier.asked(CLARA, List.of(key), handed::add);
    carrier.answered(CLARA, small(0).id(), MailVerdict.LATER);
    assertThat(handed).hasSize(2);
    carrier.answered(CLARA, small(1).id(), MailVerdict.TAKEN);
    assertThat(carrier.count()).isEqualTo(1);
    carrier.answered(CLARA, small(0).id(), MailVerdict.TAKEN);
    assertThat(carrier.count()).isZero();
  }

  @Test
  void whatComesWhileTheReceiverIsHereIsHandedOverAtOnce() {
    carrier.asked(CLARA, List.of(key), handed::add);
    carrier.keep(ANNA, small(0));
    assertThat(handed).hasSize(1);
    carrier.ended(CLARA);
    carrier.answered(CLARA, small(0).id(), MailVerdict.TAKEN);
    assertThat(carrier.count()).as("nobody is there to answer").isEqualTo(1);
  }

  @Test
  void theSameEnvelopeLiesHereOnce() {
    carrier.keep(ANNA, small(0));
    assertThat(carrier.keep(BERT, small(0))).isEqualTo(MailVerdict.KEPT);
    assertThat(carrier.count()).isEqualTo(1);
  }

  @Test
  void itExpires() {
    carrier.keep(ANNA, small(0));
    time.pass(Allowance.KEPT.minusMinutes(1));
    assertThat(carrier.count()).isEqualTo(1);
    time.pass(Duration.ofHours(2));
    assertThat(carrier.count()).isZero();
    assertThat(carrier.mayHaveMail(key)).isFalse();
  }

  @Test
  void aFloodOfEnvelopesFillsOnlyTheShareOfWhoSendsThem() {
    for (int i = 0; i < Allowance.ENVELOPES_OF_ONE; i++) {
      assertThat(carrier.keep(ANNA, small(i))).isEqualTo(MailVerdict.KEPT);
    }
    assertThat(carrier.keep(ANNA, small(9_999))).isEqualTo(MailVerdict.FULL);
    assertThat(carrier.keep(BERT, small(9_999))).isEqualTo(MailVerdict.KEPT);
  }

  @Test
  void largeEnvelopesFillTheShareToo() {
    int fitting = (int) (Allowance.BYTES_OF_ONE / Envelope.MOST_BYTES);
    for (int i = 0; i < fitting; i++) {
      assertThat(carrier.keep(ANNA, envelope(key, Envelope.MOST_CONTENT, i)))
          .isEqualTo(MailVerdict.KEPT);
    }
    assertThat(carrier.keep(ANNA, envelope(key, Envelope.MOST_CONTENT, 999)))
        .isEqualTo(MailVerdict.FULL);
  }

  @Test
  void allTogetherDoNotFillTheDisk() {
    var many = java.util.Collections.nCopies(Allowance.ENVELOPES - 1, 1024);
    assertThat(Allowance.takes(1024, many, List.of())).isTrue();
    assertThat(
            Allowance.takes(
                1024, java.util.Collections.nCopies(Allowance.ENVELOPES, 1024), List.of()))
        .isFalse();
    var large = java.util.Collections.nCopies(255, Envelope.MOST_BYTES);
    assertThat(Allowance.takes(Envelope.MOST_BYTES, large, List.of())).isFalse();
  }

  @Test
  void whatNobodyCanHaveSealedIsNotCarried() {
    var tag = Sealing.tag(key, DAY);
    for (var sealed : List.of(new byte[0], new byte[100], new byte[1500 + Envelope.OVERHEAD])) {
      assertThat(carrier.keep(ANNA, new Envelope(DAY, tag, sealed))).isEqualTo(MailVerdict.OFF);
    }
    assertThat(carrier.count()).isZero();
  }

  @Test
  void daysOfClocksThatAreWrongAreServedLikeOthers() {
    var far = new Envelope(Long.MAX_VALUE, Sealing.tag(key, Long.MAX_VALUE), small(0).sealed());
    assertThat(carrier.keep(ANNA, far)).isEqualTo(MailVerdict.KEPT);
    carrier.asked(CLARA, List.of(key), handed::add);
    assertThat(handed).hasSize(1);
  }
}
