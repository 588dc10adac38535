package paloma.ui.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import paloma.core.Delivery;
import paloma.core.Messenger;
import paloma.core.Saying;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Query;
import paloma.model.Receipt;
import paloma.model.Transfer;

/**
 * What one conversation asks of the core: a port, so that samples can be drawn without a network.
 * Its methods block and may throw {@link paloma.model.ProblemException}.
 */
public interface Talk {
  Optional<Peer> peer(DeviceId id);

  Conversation conversation(ConversationId id);

  List<Message> messages(Query query);

  /** A message with up to so many before and after it, oldest first. */
  List<Message> around(MessageId id, int each);

  List<Transfer> transfersOf(MessageId offer);

  Delivery delivery(MessageId id);

  Optional<Message> message(MessageId id);

  DeviceId me();

  Message say(ConversationId to, Saying saying);

  Message edit(MessageId id, Saying saying);

  void react(MessageId id, String emoji, boolean on);

  void recall(MessageId id);

  /** For how long an own message can be taken back; empty when it can't any more. */
  Optional<Duration> recallable(Message message);

  void pin(MessageId id, boolean on);

  List<Message> pinned(ConversationId in);

  void remind(MessageId id);

  void delete(MessageId id);

  List<Receipt> receipts(MessageId id);

  void typing(ConversationId id);

  void nudge(ConversationId id);

  /** Says it in an envelope. */
  Message saySealed(ConversationId to, String text);

  /** Opens a sealed message; the password is for a locked one. */
  Message open(MessageId id, Optional<String> password);

  /** With how many colleagues an own message waits for somebody absent. */
  int waiting(MessageId id);

  Message offer(ConversationId to, List<Path> paths);

  void accept(MessageId offer, Path into);

  void decline(MessageId offer);

  void cancel(MessageId offer);

  void read(ConversationId id);

  /** The messenger itself. */
  static Talk with(Messenger messenger) {
    return new Talk() {
      @Override
      public Optional<Peer> peer(DeviceId id) {
        return messenger.peer(id);
      }

      @Override
      public Conversation conversation(ConversationId id) {
        return messenger.conversation(id);
      }

      @Override
      public List<Message> messages(Query query) {
        return messenger.messages(query);
      }

      @Override
      public List<Message> around(MessageId id, int each) {
        return messenger.search().around(id, each);
      }

      @Override
      public List<Transfer> transfersOf(MessageId offer) {
        return messenger.transfersOf(offer);
      }

      @Override
      public Delivery delivery(MessageId id) {
        return messenger.delivery(id);
      }

      @Override
      public Optional<Message> message(MessageId id) {
        return messenger.message(id);
      }

      @Override
      public DeviceId me() {
        return messenger.me().id();
      }

      @Override
      public Message say(ConversationId to, Saying saying) {
        return messenger.say(to, saying);
      }

      @Override
      public Message edit(MessageId id, Saying saying) {
        return messenger.verbs().edit(id, saying);
      }

      @Override
      public void react(MessageId id, String emoji, boolean on) {
        messenger.verbs().react(id, emoji, on);
      }

      @Override
      public void recall(MessageId id) {
        messenger.verbs().recall(id);
      }

      @Override
      public Optional<Duration> recallable(Message message) {
        return messenger.verbs().recallLeft(message);
      }

      @Override
      public void pin(MessageId id, boolean on) {
        messenger.verbs().pin(id, on);
      }

      @Override
      public List<Message> pinned(ConversationId in) {
        return messenger.verbs().pinned(in);
      }

      @Override
      public void remind(MessageId id) {
        messenger.verbs().remind(id);
      }

      @Override
      public void delete(MessageId id) {
        messenger.verbs().delete(id);
      }

      @Override
      public List<Receipt> receipts(MessageId id) {
        return messenger.verbs().receipts(id);
      }

      @Override
      public void typing(ConversationId id) {
        messenger.verbs().typing(id);
      }

      @Override
      public void nudge(ConversationId id) {
        messenger.verbs().nudge(id);
      }

      @Override
      public Message saySealed(ConversationId to, String text) {
        return messenger.sealed().say(to, text);
      }

      @Override
      public Message open(MessageId id, Optional<String> password) {
        return messenger.sealed().open(id, password);
      }

      @Override
      public int waiting(MessageId id) {
        return messenger.courier().waiting(id);
      }

      @Override
      public Message offer(ConversationId to, List<Path> paths) {
        return messenger.offer(to, paths);
      }

      @Override
      public void accept(MessageId offer, Path into) {
        messenger.accept(offer, into);
      }

      @Override
      public void decline(MessageId offer) {
        messenger.decline(offer);
      }

      @Override
      public void cancel(MessageId offer) {
        messenger.cancel(offer);
      }

      @Override
      public void read(ConversationId id) {
        messenger.read(id);
      }
    };
  }
}
