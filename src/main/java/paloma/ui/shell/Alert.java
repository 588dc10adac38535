package paloma.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import paloma.core.Notice;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.Transfer;
import paloma.ui.chats.MessageLine;
import paloma.ui.wording.Wording;

/**
 * What a person is told while they look elsewhere.
 *
 * @param conversation what it leads to; null leads to the settings
 */
public record Alert(ConversationId conversation, String title, String text) {
  /** A later one of the same topic takes the place of an earlier one. */
  public String topic() {
    return conversation == null ? "update" : conversation.text();
  }

  /** Decides what of a notice is told. Pure. */
  public static final class Rule {
    private final Wording wording;
    private final MessageLine line;
    private final Function<DeviceId, String> names;

    public Rule(Wording wording, Function<DeviceId, String> names) {
      this.wording = wording;
      this.names = names;
      line = new MessageLine(wording, names);
    }

    /**
     * @param withText whether what was said may be shown
     * @param seen the conversation that is in view; null when the window is not looking
     */
    public Optional<Alert> of(Notice notice, boolean withText, ConversationId seen) {
      return switch (notice) {
        case Notice.MessageReceived n -> message(n.message(), withText, seen);
        case Notice.OfferReceived n -> offer(n.message(), n.transfer(), withText, seen);
        case Notice.TransferFinished n -> finished(n.transfer(), seen);
        case Notice.UpdateChanged n -> update(n);
        case Notice.Nudged(var in, var who) -> calls(in, who, "window.alert.nudge", seen);
        case Notice.Reminded(var message) ->
            calls(message.conversation(), message.author(), "window.alert.remind", seen);
        case Notice.TransferFailed _,
            Notice.Started _,
            Notice.Stopping _,
            Notice.PeerAppeared _,
            Notice.PeerChanged _,
            Notice.PeerLeft _,
            Notice.TrustChanged _,
            Notice.MessageChanged _,
            Notice.ConversationChanged _,
            Notice.GroupChanged _,
            Notice.TransferProgress _,
            Notice.MessageDeleted _,
            Notice.Typing _,
            Notice.NetworkChanged _,
            Notice.ProblemArose _ ->
            Optional.empty();
      };
    }

    private Optional<Alert> update(Notice.UpdateChanged notice) {
      return notice
          .update()
          .filter(u -> notice.news() && u.from() != null)
          .map(u ->
              new Alert(
                  null,
                  wording.say("window.update.here", u.release().version()),
                  wording.say("window.update.passed-on", names.apply(u.from()))));
    }

    /** Somebody asks for attention. */
    private Optional<Alert> calls(
        ConversationId in, DeviceId who, String words, ConversationId seen) {
      return in.equals(seen)
          ? Optional.empty()
          : Optional.of(new Alert(in, names.apply(who), wording.say(words)));
    }

    private Optional<Alert> message(Message message, boolean withText, ConversationId seen) {
      var text = line.of(message);
      if (message.own() || message.conversation().equals(seen) || text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Alert(
              message.conversation(),
              names.apply(message.author()),
              withText ? text : wording.say("window.alert.message")));
    }

    private Optional<Alert> offer(
        Message message, Transfer transfer, boolean withText, ConversationId seen) {
      if (message.own() || message.conversation().equals(seen)) return Optional.empty();
      return Optional.of(
          new Alert(
              message.conversation(),
              names.apply(transfer.peer()),
              withText ? line.of(message) : wording.say("window.alert.files")));
    }

    private Optional<Alert> finished(Transfer transfer, ConversationId seen) {
      if (transfer.direction() == Transfer.Direction.OUT
          || transfer.conversation().equals(seen)
          || transfer.names().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Alert(
              transfer.conversation(),
              names.apply(transfer.peer()),
              wording.say("window.alert.saved", transfer.names().getFirst())));
    }
  }
}
