package paloma.cli.chat;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import paloma.cli.human.Width;
import paloma.core.Messenger;
import paloma.model.AutoBody;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.GroupBody;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.ProblemException;
import paloma.model.Query;
import paloma.model.SealedBody;
import paloma.model.Transfer;
import paloma.model.Trust;
import paloma.model.VerbBody;
import paloma.settings.Words;

/** What both forms of the chat read from the messenger and ask of it. */
record Talk(Messenger messenger, Words words) {
  /** Messages that are held for scrolling. */
  private static final int PAGE = 200;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Everybody one can talk to, present ones first. */
  List<Peer> people() {
    return messenger.peers().stream().filter(peer -> peer.trust() != Trust.BLOCKED).toList();
  }

  ConversationId with(Peer peer) {
    return messenger.conversationWith(peer.id());
  }

  ChatView.Person person(Peer peer) {
    int unread = messenger.conversation(with(peer)).unread();
    var presence = words.say("cli.presence." + peer.presence().word());
    return new ChatView.Person(Width.plain(peer.name()), peer.present(), presence, unread);
  }

  /** The newest messages, marked as read here. */
  List<ChatView.Line> lines(ConversationId conversation) {
    if (messenger.conversation(conversation).unread() > 0) messenger.read(conversation);
    return messenger.messages(Query.latest(conversation, PAGE)).stream().map(this::line).toList();
  }

  ChatView.Line line(Message message) {
    var who =
        message.own()
            ? words.say("cli.you")
            : messenger.peer(message.author()).map(Peer::name).orElse("?");
    return new ChatView.Line(
        TIME.format(message.time().atZone(ZoneId.systemDefault())),
        Width.plain(who),
        message.own(),
        Width.plain(text(message)),
        message.own() ? mark(message) : "");
  }

  private String mark(Message message) {
    return words.say("cli.mark." + message.state().name().toLowerCase(Locale.ROOT));
  }

  private String text(Message message) {
    if (message.facts().recalled()) return words.say("cli.recalled");
    return switch (message.body()) {
      case Body.Text said -> said.text();
      case Body.Offer offer ->
          words.say("cli.chat.offer", String.join(", ", offer.summary().names()));
      case Body.OfferState state ->
          words.say("cli.notice", state.verdict().name().toLowerCase(Locale.ROOT));
      case AutoBody.AutoReply reply -> words.say("cli.auto-reply", reply.text());
      case SealedBody _ -> words.say("window.line.sealed");
      case Body.Unknown _, VerbBody _, GroupBody _, BoardBody _ -> words.say("cli.notice", "");
    };
  }

  /** Does what a typed line says; what a person should be told of it, or nothing. */
  Optional<String> enter(ConversationId conversation, String line) {
    try {
      if (!line.startsWith("/")) {
        messenger.say(conversation, line);
        return Optional.empty();
      }
      int space = line.indexOf(' ');
      var rest = space < 0 ? "" : line.substring(space + 1).strip();
      return switch (space < 0 ? line : line.substring(0, space)) {
        case "/file" -> {
          messenger.offer(conversation, List.of(Path.of(rest).toAbsolutePath()));
          yield Optional.empty();
        }
        case "/accept" -> Optional.of(told(messenger.accept(newest(conversation), null)));
        case "/decline" -> Optional.of(told(messenger.decline(newest(conversation))));
        default -> Optional.of(words.say("cli.chat.help"));
      };
    } catch (ProblemException e) {
      return Optional.of(words.problem(e.problem()).line());
    } catch (InvalidPathException e) {
      return Optional.of(words.problem(Problem.usage("path-wrong", e.getInput())).line());
    }
  }

  private MessageId newest(ConversationId conversation) {
    return messenger.transfers(false).stream()
        .filter(transfer -> transfer.conversation().equals(conversation))
        .filter(transfer -> transfer.direction() == Transfer.Direction.IN)
        .filter(transfer -> transfer.state() == Transfer.State.OFFERED)
        .reduce((_, last) -> last)
        .map(Transfer::offer)
        .orElseThrow(() -> Problem.unknown("nothing-offered").exception());
  }

  private String told(Transfer transfer) {
    var state = words.say("cli.state." + transfer.state().word());
    return words.say("cli.chat.transfer", Width.plain(String.join(", ", transfer.names())), state);
  }
}
