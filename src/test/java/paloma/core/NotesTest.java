package paloma.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Message;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.Transfer;
import paloma.rig.Desk;
import paloma.rig.Rig;

/** The conversation with oneself. */
@Timeout(120)
final class NotesTest {
  @TempDir Path folder;

  private static void settle(Desk from, Desk to, String word) throws Exception {
    from.say(to, word);
    to.await(word, () -> to.texts(from).contains(word));
  }

  @Test
  void notesToOneselfAreReadAtOnceAndFilesStayWhereTheyLie() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var jonas = rig.desk("Jonas");
      anna.awaitSees(jonas);
      settle(anna, jonas, "hi");
      var me = anna.messenger();
      var notes = me.resolveConversation("me");
      assertThat(notes).isEqualTo(me.appearance().notes());
      var said = me.say(notes, "buy stamps");
      var file = Files.writeString(folder.resolve("plan.txt"), "the plan");
      var offered = me.offer(notes, List.of(file));

      assertThat(said.state()).isEqualTo(Message.State.READ);
      var wait = me.awaitDelivery(said.id(), Message.State.READ, Duration.ofSeconds(5));
      assertThat(wait.state()).isEqualTo(Message.State.READ);
      var transfer = me.transfersOf(offered.id()).getFirst();
      assertThat(transfer.state()).isEqualTo(Transfer.State.FINISHED);
      assertThat(transfer.path()).isEqualTo(file);
      assertThat(me.conversation(notes).unread()).isZero();
      anna.quit();
      anna.start();
      settle(anna, jonas, "bye");
      var again = anna.messenger().messages(Query.latest(notes, 10));
      assertThat(again).extracting(Message::state).containsOnly(Message.State.READ);
      assertThat(again).extracting(Message::id).containsExactly(said.id(), offered.id());
      assertThat(jonas.messenger().conversations()).hasSize(1);
    }
  }

  @Test
  void notesAreChangedAndTakenBackLikeOtherMessages() throws Exception {
    try (var rig = new Rig(folder)) {
      var me = rig.desk("Anna").messenger();
      var notes = me.appearance().notes();
      var said = me.say(notes, "buy stamps");
      assertThat(me.verbs().edit(said.id(), "buy two stamps").body())
          .isEqualTo(new Body.Text(said.id(), "buy two stamps"));
      var file = Files.writeString(folder.resolve("plan.txt"), "the plan");
      var offered = me.offer(notes, List.of(file));
      assertThat(me.verbs().recall(offered.id()).facts().recalled()).isTrue();
      assertThat(file).as("it stays where it lies").hasContent("the plan");
      assertThat(me.verbs().remind(said.id())).isEmpty();
      assertThatThrownBy(() -> me.verbs().nudge(notes)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void aConversationWithNobodyIsRefused() throws Exception {
    try (var rig = new Rig(folder)) {
      var anna = rig.desk("Anna");
      var nobody = ConversationId.between(new DeviceId(new Hash(1, 2, 3, 4)), anna.id());
      assertThatThrownBy(() -> anna.messenger().say(nobody, "hi"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo("unknown-conversation"));
      assertThat(anna.messenger().messages(Query.latest(nobody, 1)))
          .extracting(Message::body)
          .isEqualTo(List.<Body>of());
    }
  }
}
