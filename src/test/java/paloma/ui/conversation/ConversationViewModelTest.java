package paloma.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.core.Notice;
import paloma.model.Message;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.model.Trust;

final class ConversationViewModelTest {
  private static final Instant NOW = Gallery.NOW;

  private final SampleTalk talk = new SampleTalk();
  private final ConversationViewModel model =
      new ConversationViewModel(
          talk, SampleTalk.ID, Runnable::run, Runnable::run, ZoneId.of("UTC"));

  @Test
  void olderPagesComeBeforeWhatIsShown() {
    for (int i = 0; i < 450; i++) talk.text(false, NOW, "m" + i, Message.State.READ);
    model.open();
    assertThat(said()).isEqualTo(200);
    model.pages().older();
    assertThat(said()).isEqualTo(400);
    model.pages().older();
    model.pages().older();
    assertThat(said()).isEqualTo(450);
  }

  @Test
  void aJumpLoadsWhatStandsAroundAndCanBeReadOnInBothDirections() {
    for (int i = 0; i < 900; i++) talk.text(false, NOW, "m" + i, Message.State.READ);
    model.open();
    var wanted = talk.messages.get(300);
    model.jump(wanted.id());
    assertThat(said()).isEqualTo(201);
    assertThat(model.pages().foundProperty().get()).isEqualTo(wanted.id());
    assertThat(model.atEndProperty().get()).isFalse();
    model.pages().older();
    assertThat(said()).isEqualTo(401);
    model.pages().newer();
    model.pages().newer();
    model.pages().newer();
    assertThat(said()).isEqualTo(900);
    assertThat(model.pages().newest()).isTrue();
  }

  @Test
  void whatComesWhileAnOldStretchIsShownIsCountedAndFoundAtTheEnd() {
    for (int i = 0; i < 900; i++) talk.text(false, NOW, "m" + i, Message.State.READ);
    model.open();
    model.jump(talk.messages.get(100).id());
    var fresh = talk.text(false, NOW, "fresh", Message.State.DELIVERED);
    model.hear(new Notice.MessageReceived(fresh));
    assertThat(said()).isEqualTo(201);
    assertThat(model.unseenProperty().get()).isEqualTo(1);
    model.pages().latest();
    assertThat(model.atEndProperty().get()).isTrue();
    assertThat(said()).isEqualTo(200);
    assertThat(model.unseenProperty().get()).isZero();
  }

  @Test
  void aSearchInTheConversationStepsThroughItsHitsFromTheNewest() {
    for (int i = 0; i < 5; i++) {
      talk.text(false, NOW, i % 2 == 0 ? "plan " + i : "other", Message.State.READ);
    }
    model.open();
    var find = model.find();
    find.open().set(true);
    find.query().set("plan");
    assertThat(find.count().get()).isEqualTo(3);
    assertThat(shown()).isEqualTo(4);
    find.previous();
    assertThat(shown()).isEqualTo(2);
    assertThat(find.current().get()).isEqualTo(2);
    find.next();
    find.next();
    assertThat(shown()).isZero();
    find.query().set("nothing");
    assertThat(find.count().get()).isZero();
    find.open().set(false);
    assertThat(find.query().get()).isEmpty();
  }

  private int shown() {
    var found = model.pages().foundProperty().get();
    return talk.messages.stream().map(Message::id).toList().indexOf(found);
  }

  @Test
  void whatWasRefusedComesBackIntoTheComposer() {
    model.open();
    talk.refusal = Problem.refused("peer-blocked");
    model.writing().draft().set("hello");
    model.send();
    assertThat(model.writing().draft().get()).isEqualTo("hello");
    assertThat(model.problemProperty().get().code()).isEqualTo("peer-blocked");
    talk.refusal = null;
    model.send();
    assertThat(model.writing().draft().get()).isEmpty();
    assertThat(model.problemProperty().get()).isNull();
    assertThat(talk.asked).containsExactly("say hello");
  }

  @Test
  void attachmentsGoBeforeTheWords() {
    model.open();
    model.writing().attachments().add(Path.of("a.pdf"));
    assertThat(model.writing().sendable().get()).isTrue();
    model.writing().draft().set("here");
    model.send();
    assertThat(talk.asked).containsExactly("offer [a.pdf]", "say here");
    assertThat(model.writing().attachments()).isEmpty();
    assertThat(model.writing().sendable().get()).isFalse();
  }

  @Test
  void whatComesWhileScrolledAwayIsCounted() {
    model.open();
    model.atEndProperty().set(false);
    var message = talk.text(false, NOW, "new", Message.State.DELIVERED);
    model.hear(new Notice.MessageReceived(message));
    model.hear(new Notice.MessageChanged(message));
    assertThat(model.unseenProperty().get()).isEqualTo(1);
    model.atEndProperty().set(true);
    assertThat(model.unseenProperty().get()).isZero();
  }

  @Test
  void theLastMessageThatWaitsWithColleaguesSaysSoUntilItIsThere() {
    var first = talk.text(true, NOW, "one", Message.State.QUEUED);
    var last = talk.text(true, NOW, "two", Message.State.QUEUED);
    model.open();
    assertThat(waits()).containsExactly(0, 0);
    talk.waiting.put(first.id(), 2);
    talk.waiting.put(last.id(), 1);
    model.hear(new Notice.MessageChanged(first));
    model.hear(new Notice.MessageChanged(last));
    assertThat(waits()).containsExactly(0, 1);
    talk.waiting.remove(last.id());
    model.hear(new Notice.MessageChanged(last));
    assertThat(waits()).containsExactly(2, 0);
    talk.waiting.clear();
    model.hear(new Notice.MessageChanged(first));
    assertThat(waits()).containsExactly(0, 0);
  }

  private List<Integer> waits() {
    return model.rows().stream()
        .filter(Row.Said.class::isInstance)
        .map(row -> ((Row.Said) row).waits())
        .toList();
  }

  @Test
  void aTransferChangesItsCardOnly() {
    talk.text(false, NOW, "before", Message.State.READ);
    var offer = talk.file(false, NOW, "a.zip", 1, 100, Transfer.State.RUNNING);
    model.open();
    model.hear(new Notice.TransferProgress(talk.transfers.get(offer.id()).running(50, 10)));
    assertThat(model.rows().getLast())
        .isInstanceOfSatisfying(
            Row.Said.class,
            s ->
                assertThat(s.transfers())
                    .singleElement()
                    .extracting(Transfer::done)
                    .isEqualTo(50L));
  }

  @Test
  void aChangedKeyStopsSending() {
    model.open();
    model.writing().draft().set("secret");
    model.hear(
        new Notice.TrustChanged(SampleTalk.peer("Anna", "", Presence.ONLINE, Trust.CHANGED, "")));
    assertThat(model.writing().sendable().get()).isFalse();
    model.send();
    assertThat(talk.asked).isEmpty();
  }

  @Test
  void whatIsReadAlreadyIsNotReadAgain() {
    talk.text(false, NOW, "old", Message.State.READ);
    model.open();
    model.seen();
    assertThat(talk.asked).isEmpty();
  }

  private long said() {
    return model.rows().stream().filter(r -> r instanceof Row.Said).count();
  }
}
