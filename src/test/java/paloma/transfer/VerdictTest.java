package paloma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.MessageId;
import paloma.model.Transfer;
import paloma.work.WoundTime;

/** Between the end of the files link and the word that all arrived, which comes by another link. */
class VerdictTest {
  private final Keys keys = new Keys();
  private final WoundTime time = new WoundTime();
  @TempDir Path folder;
  private Desk ann;
  private Desk bob;
  private MessageId offer;

  @BeforeEach
  void everythingIsHandedOver() throws Exception {
    ann = new Desk(keys.person(), folder.resolve("ann"), time);
    bob = new Desk(keys.person(), folder.resolve("bob"));
    ann.transfers.start();
    bob.transfers.start();
    bob.other = ann;
    offer = ann.offer(bob, Trees.file(folder.resolve("x/file"), (2 << 20) + 5, 1));
    bob.transfers.accept(offer, null);
    bob.await(offer, Transfer.State.FINISHED);
    // One that looks for those that stall, and the one that this is about.
    time.awaitAlarms(2);
  }

  @AfterEach
  void goHome() {
    ann.close();
    bob.close();
  }

  @Test
  void nothingWaitsWhileTheVerdictIsOnItsWay() {
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.RUNNING);
    ann.transfers.verdict(offer, bob.id(), Body.Verdict.FINISHED);
    time.pass(Duration.ofSeconds(5));
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.FINISHED);
  }

  @Test
  void aVerdictThatDoesNotComeIsWaitedFor() throws Exception {
    time.pass(Duration.ofSeconds(5));
    assertThat(ann.only(offer).state()).isEqualTo(Transfer.State.WAITING);
    ann.await(offer, Transfer.State.WAITING);
    ann.transfers.verdict(offer, bob.id(), Body.Verdict.FINISHED);
    ann.await(offer, Transfer.State.FINISHED);
    assertThat(List.copyOf(ann.told)).isEmpty();
  }
}
