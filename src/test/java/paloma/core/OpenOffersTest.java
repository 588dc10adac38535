package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Message;
import paloma.model.Transfer;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** More offers of one peer than the person here has decided about. */
class OpenOffersTest {
  private static final int OFFERS = OpenOffers.MOST + 3;

  @TempDir Path folder;
  private final List<Message> offers = new ArrayList<>();
  private Rig rig;
  private Desk anna;
  private Desk jonas;

  @BeforeEach
  void anOfferTooMany() throws Exception {
    rig = new Rig(folder);
    anna = rig.desk("Anna");
    jonas = rig.desk("Jonas");
    anna.awaitSees(jonas);
    jonas.awaitSees(anna);
    jonas.say(anna, "send me all you have");
    for (int i = 0; i < OFFERS; i++) {
      var file = Files.write(folder.resolve("file" + i), new byte[1_000]);
      offers.add(anna.messenger().offer(anna.with(jonas), List.of(file)));
    }
    var last = anna.say(jonas, "that is all");
    jonas.awaitNotice(
        Notice.MessageReceived.class, notice -> notice.message().id().equals(last.id()));
    awaitOpened(OpenOffers.MOST);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private void awaitOpened(int count) throws Exception {
    jonas.await(count + " offers", () -> jonas.noticed(Notice.OfferReceived.class).size() == count);
  }

  private static List<Transfer> transfers(Desk desk, Message offer) {
    return desk.messenger().transfersOf(offer.id());
  }

  private static void await(Desk desk, Message offer, Transfer.State state) throws Exception {
    desk.await(
        state.word(),
        () -> transfers(desk, offer).stream().anyMatch(transfer -> transfer.state() == state));
  }

  @Test
  void laterOnesAreMessagesUntilThereIsRoom() throws Exception {
    for (var offer : offers.subList(OpenOffers.MOST, OFFERS)) {
      assertThat(transfers(jonas, offer)).isEmpty();
      assertThat(transfers(anna, offer).getFirst().state()).isEqualTo(Transfer.State.OFFERED);
      anna.messenger().awaitDelivery(offer.id(), Message.State.DELIVERED, Duration.ofSeconds(10));
    }

    jonas.messenger().decline(offers.get(0).id());
    awaitOpened(OpenOffers.MOST + 1);
    jonas.messenger().accept(offers.get(1).id(), null);
    awaitOpened(OpenOffers.MOST + 2);
    anna.messenger().cancel(offers.get(2).id());
    awaitOpened(OFFERS);

    assertThat(jonas.noticed(Notice.OfferReceived.class))
        .extracting(notice -> notice.message().id())
        .isEqualTo(offers.stream().map(Message::id).toList());
    var last = offers.getLast();
    jonas.messenger().accept(last.id(), null);
    await(jonas, last, Transfer.State.FINISHED);
    await(anna, last, Transfer.State.FINISHED);
  }

  @Test
  void whoAsksForOneThatWaitsGetsItAndOneWithdrawnIsNeverShown() throws Exception {
    var withdrawn = offers.get(OpenOffers.MOST);
    var declined = offers.get(OpenOffers.MOST + 1);
    var wanted = offers.getLast();
    anna.messenger().cancel(withdrawn.id());
    await(jonas, withdrawn, Transfer.State.CANCELLED);
    jonas.messenger().decline(declined.id());
    await(anna, declined, Transfer.State.DECLINED);
    jonas.messenger().accept(wanted.id(), null);
    await(jonas, wanted, Transfer.State.FINISHED);
    assertThat(jonas.noticed(Notice.OfferReceived.class)).hasSize(OpenOffers.MOST);
  }

  @Test
  void whatWaitsStillWaitsAfterAStart() throws Exception {
    jonas.quit();
    jonas.start();
    jonas.awaitSees(anna);
    jonas.messenger().decline(offers.getFirst().id());
    var next = offers.get(OpenOffers.MOST);
    jonas.awaitNotice(
        Notice.OfferReceived.class, notice -> notice.message().id().equals(next.id()));
    assertThat(transfers(jonas, offers.getLast())).isEmpty();
  }
}
