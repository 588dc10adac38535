package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.Message;
import paloma.model.ProblemException;
import paloma.model.Transfer;
import paloma.rig.Desk;
import paloma.rig.Rig;

class OfferTest {
  @TempDir Path folder;

  private Path file(String name, int bytes) throws Exception {
    var content = new byte[bytes];
    new Random(bytes).nextBytes(content);
    return Files.write(folder.resolve(name), content);
  }

  private static Message offered(Desk from, Desk to, Path... paths) throws Exception {
    from.awaitSees(to);
    var offer = from.messenger().offer(from.with(to), List.of(paths));
    to.awaitNotice(Notice.OfferReceived.class, o -> o.message().id().equals(offer.id()));
    return offer;
  }

  private static Transfer.State state(Desk desk, Message offer) {
    return desk.messenger().transfersOf(offer.id()).getFirst().state();
  }

  private static void awaitState(Desk desk, Message offer, Transfer.State state) throws Exception {
    desk.await(state.word(), () -> state(desk, offer) == state);
  }

  @Test
  void nothingIsWrittenBeforeSomebodyAcceptsAndThenAllOfIt() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var file = file("样张.bin", 3_500_000);
      var offer = offered(anna, jonas, file);
      assertThat(offer.body()).isInstanceOf(Body.Offer.class);
      assertThat(jonas.downloads()).doesNotExist();
      jonas.messenger().accept(offer.id(), null);
      awaitState(jonas, offer, Transfer.State.FINISHED);
      assertThat(jonas.downloads().resolve("样张.bin")).hasSameBinaryContentAs(file);
      awaitState(anna, offer, Transfer.State.FINISHED);
    }
  }

  @Test
  void aDeclinedOfferIsToldAndWritesNothing() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var offer = offered(anna, jonas, file("a.bin", 1000));
      jonas.messenger().decline(offer.id());
      awaitState(anna, offer, Transfer.State.DECLINED);
      assertThat(jonas.downloads()).doesNotExist();
    }
  }

  @Test
  void aWithdrawnOfferEndsAtTheOtherSideToo() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var offer = offered(anna, jonas, file("a.bin", 1000));
      anna.messenger().cancel(offer.id());
      awaitState(jonas, offer, Transfer.State.CANCELLED);
    }
  }

  @Test
  void anAcceptedOfferGoesOnWhenTheOffererComesBack() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var file = file("a.bin", 2_000_000);
      var offer = offered(anna, jonas, file);
      anna.quit();
      jonas.awaitMisses(anna);
      jonas.messenger().accept(offer.id(), null);
      assertThat(state(jonas, offer)).isEqualTo(Transfer.State.WAITING);
      anna.start();
      awaitState(jonas, offer, Transfer.State.FINISHED);
      assertThat(jonas.downloads().resolve("a.bin")).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void aFileThatVanishedIsSaidAndNothingIsPublished() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var file = file("a.bin", 2_000_000);
      var offer = offered(anna, jonas, file);
      Files.delete(file);
      jonas.messenger().accept(offer.id(), null);
      awaitState(jonas, offer, Transfer.State.FAILED);
      var problem = jonas.messenger().transfersOf(offer.id()).getFirst().problem();
      assertThat(problem.code()).isEqualTo("file-vanished");
      assertThat(jonas.downloads().resolve("a.bin")).doesNotExist();
    }
  }

  /** A link that ends interrupts its tasks; what they committed must have its consequences. */
  @Test
  void anOfferIsNoticedEvenIfItsLinkEndsAtOnce() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      jonas.awaitSees(anna);
      jonas.say(anna, "we know each other");
      var cut =
          jonas
              .messenger()
              .listen(notice -> {
                if (notice instanceof Notice.MessageReceived came && !came.message().own()) {
                  rig.lan().cut(anna.id(), jonas.id());
                  rig.lan().mend(anna.id(), jonas.id());
                }
              });
      for (int i = 0; i < 15; i++) {
        offered(anna, jonas, file("a" + i + ".bin", 1000));
      }
      cut.close();
      assertThat(jonas.messenger().transfers(false)).hasSize(15);
    }
  }

  /** The event and what follows from it are two commits: the process may end between them. */
  @Test
  void aVerdictWhoseConsequenceWasKilledIsMadeGoodAtTheNextStart() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var offer = offered(anna, jonas, file("a.bin", 1000));
      jonas.messenger().accept(offer.id(), null);
      awaitState(anna, offer, Transfer.State.FINISHED);
      anna.quit();
      inDatabase(anna, "UPDATE transfer SET state = 'WAITING'");
      anna.start();
      awaitState(anna, offer, Transfer.State.FINISHED);
    }
  }

  @Test
  void aVerdictThatWasNotSaidBeforeAKillIsSaidAtTheNextStart() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      var offer = offered(anna, jonas, file("a.bin", 1000));
      jonas.quit();
      inDatabase(jonas, "UPDATE transfer SET state = 'DECLINED'");
      jonas.start();
      awaitState(anna, offer, Transfer.State.DECLINED);
      long said = events(jonas);
      jonas.quit();
      jonas.start();
      anna.awaitSees(jonas);
      jonas.say(anna, "once is enough");
      assertThat(events(jonas)).isEqualTo(said + 1);
    }
  }

  private static long events(Desk desk) {
    return desk.messenger().metrics().events();
  }

  private static void inDatabase(Desk desk, String sql) throws SQLException {
    var url = "jdbc:sqlite:" + desk.profile().resolve("paloma.db");
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @Test
  void whatIsOfferedMustBeThere() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      assertThatThrownBy(
              () -> anna.messenger().offer(anna.with(jonas), List.of(folder.resolve("no.txt"))))
          .isInstanceOf(ProblemException.class);
      assertThat(anna.messenger().transfers(false)).isEmpty();
    }
  }

  @Test
  void aTextTooLongForAMessageArrivesAsATextFile() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      var text = "长".repeat(Body.MAX_TEXT / 3 + 1);
      assertThat(Messenger.fits(text)).isFalse();
      var said = anna.say(jonas, text);
      assertThat(said.body()).isInstanceOf(Body.Offer.class);
      jonas.awaitNotice(Notice.OfferReceived.class, o -> o.message().id().equals(said.id()));
      var accepted = jonas.messenger().accept(said.id(), null);
      awaitState(jonas, said, Transfer.State.FINISHED);
      var path = jonas.messenger().transfersOf(accepted.offer()).getFirst().path();
      assertThat(path).hasContent(text);
    }
  }
}
