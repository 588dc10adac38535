package paloma.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import paloma.core.Delivery;
import paloma.doctor.Check;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Transfer;
import paloma.settings.Language;
import paloma.settings.Words;

/** The shapes that scripts rely on. */
final class RowsTest {
  private static final DeviceId ANNA = DeviceId.of(new byte[Hash.BYTES]);
  private static final ConversationId TALK = ConversationId.between(ANNA, ANNA);
  private static final Words WORDS = Words.in(Language.EN);
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

  private static Message message(Body body, Message.State state) {
    var position = new Message.Position(1, ANNA, 1, 1);
    var id = new MessageId(1, 2);
    return new Message(id, TALK, ANNA, true, NOON, NOON, position, body, state);
  }

  @Test
  void aMessageHasTheFieldsOfTheContract() {
    var rows = new MessageRows(_ -> "Anna", _ -> null);
    var said = message(new Body.Text(new MessageId(1, 2), "你好 👋"), Message.State.DELIVERED);

    var row = rows.row(said);

    assertThat(row.keySet())
        .containsExactly(
            "message",
            "conversation",
            "author",
            "authorName",
            "time",
            "kind",
            "text",
            "state",
            "edited",
            "recalled",
            "sealed",
            "reply",
            "reactions",
            "files",
            "editedAt",
            "mentions",
            "mentionsAll",
            "pinned",
            "forwardedFrom");
    assertThat(row)
        .containsEntry("kind", "text")
        .containsEntry("text", "你好 👋")
        .containsEntry("state", "delivered")
        .containsEntry("authorName", "Anna")
        .containsEntry("time", "2026-11-24T12:00:00.123Z");
  }

  @Test
  void anOfferNamesItsFilesAndWhereTheyLie() {
    var summary = new Manifest.Summary(List.of("plan.pdf"), false, 1, 77, Hash.ZERO, 9);
    var offer = new Body.Offer(new MessageId(1, 2), "for you", summary);
    var rows = new MessageRows(_ -> "Anna", _ -> Path.of("/in/plan.pdf"));

    var row = rows.row(message(offer, Message.State.SENT));

    assertThat(row).containsEntry("kind", "files").containsEntry("text", "for you");
    assertThat(row.get("files").toString())
        .contains("name=plan.pdf", "size=77", "path=" + Path.of("/in/plan.pdf"));
  }

  @Test
  void theStateOfWhatWentToSeveralIsTheWeakest() {
    var one = message(new Body.Text(new MessageId(1, 2), "x"), Message.State.READ);
    var row =
        Rows.sent(
            List.of(
                new Delivery(one, Message.State.READ, 1, 1, 1),
                new Delivery(one, Message.State.SENT, 0, 0, 1)));

    assertThat(row).containsEntry("state", "sent");
    assertThat(row.get("counts")).hasToString("{delivered=1, read=1, of=2}");
  }

  @Test
  void aTransferSaysItsProblemInWords() {
    var transfer =
        new Transfer(
            new MessageId(1, 2),
            TALK,
            ANNA,
            Transfer.Direction.IN,
            Transfer.State.FAILED,
            List.of("plan.pdf"),
            false,
            1,
            77,
            10,
            0,
            Problem.failed("sender-changed-file", "plan.pdf"),
            null);

    var row = Rows.transfer(transfer, WORDS);

    assertThat(row.keySet())
        .startsWith(
            "transfer",
            "offer",
            "peer",
            "direction",
            "state",
            "files",
            "bytes",
            "done",
            "rate",
            "problem",
            "path");
    assertThat(row).containsEntry("direction", "in").containsEntry("state", "failed");
    assertThat(row.get("problem").toString()).contains("code=sender-changed-file", "plan.pdf");
  }

  @Test
  void aCheckNamesWhatItIsAbout() {
    var row = Rows.check(new Check("port", "24253", Check.Result.WARNING, List.of()), WORDS);

    assertThat(row).containsOnlyKeys("check", "subject", "result", "says", "fix");
    assertThat(row.get("says").toString()).contains("24253");
    assertThat(row.get("fix").toString()).isNotEmpty();
  }

  @Test
  void exitCodesFollowTheKindOfTheProblem() {
    assertThat(List.of(Problem.Kind.values()).stream().map(Exit::of))
        .containsExactly(1, 2, 4, 5, 6);
  }

  @Test
  void waitsAreReadStrictly() {
    var allowed = List.of("sent", "delivered");
    assertThat(Wait.parse("sent", allowed)).contains(new Wait("sent", 30));
    assertThat(Wait.parse("delivered=5", allowed)).contains(new Wait("delivered", 5));
    for (var wrong : List.of("read", "sent=", "sent=0", "sent=-1", "sent=x", "")) {
      assertThat(Wait.parse(wrong, allowed)).as(wrong).isEmpty();
    }
  }
}
