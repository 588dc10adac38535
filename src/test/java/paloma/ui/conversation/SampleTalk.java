package paloma.ui.conversation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.core.Delivery;
import paloma.core.Saying;
import paloma.model.Body;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Presence;
import paloma.model.Problem;
import paloma.model.Profile;
import paloma.model.Query;
import paloma.model.Receipt;
import paloma.model.Transfer;
import paloma.model.Trust;

/** A conversation with one person, made by hand; it remembers what was asked of it. */
final class SampleTalk implements Talk {
  static final DeviceId ME = DeviceId.ofKey(new byte[] {1});
  static final DeviceId OTHER = DeviceId.ofKey(new byte[] {2});
  static final ConversationId ID = ConversationId.between(ME, OTHER);

  final List<Message> messages = new ArrayList<>();
  final Map<MessageId, Transfer> transfers = new HashMap<>();
  final Map<MessageId, Integer> waiting = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  Problem refusal;
  Peer peer = peer("Anna", "Design", Presence.ONLINE, Trust.VERIFIED, "In the studio until 3");
  int unread;
  int typed;

  static Peer peer(String name, String department, Presence presence, Trust trust, String status) {
    var profile = new Profile(OTHER, 1, name, department, "", "", status, "pc", presence, "");
    return new Peer(
        OTHER, List.of(OTHER), profile, presence, trust, "secure", List.of(), Instant.EPOCH);
  }

  Message text(boolean own, Instant at, String text, Message.State state) {
    return add(own, at, new Body.Text(MessageId.random(), text), state);
  }

  Message file(boolean own, Instant at, String name, int files, long bytes, Transfer.State state) {
    boolean folder = files > 1;
    var summary = new Manifest.Summary(List.of(name), folder, files, bytes, Hash.ZERO, 0);
    var message = add(own, at, new Body.Offer(MessageId.random(), "", summary), Message.State.READ);
    transfers.put(
        message.id(),
        new Transfer(
            message.id(),
            ID,
            OTHER,
            own ? Transfer.Direction.OUT : Transfer.Direction.IN,
            state,
            List.of(name),
            folder,
            files,
            bytes,
            0,
            0,
            null,
            state == Transfer.State.FINISHED ? Path.of("downloads", name) : null));
    return message;
  }

  /** The transfer of an offer as it may be later. */
  Transfer transfer(Message offer, Transfer.State state, long done, Path path) {
    var t = transfers.get(offer.id());
    return new Transfer(
        t.offer(),
        t.conversation(),
        t.peer(),
        t.direction(),
        state,
        t.names(),
        t.folder(),
        t.files(),
        t.bytes(),
        done,
        0,
        null,
        path);
  }

  /** The last message with what was done with it. */
  void done(Message.Facts facts) {
    var m = messages.removeLast();
    messages.add(
        new Message(
            m.id(),
            m.conversation(),
            m.author(),
            m.own(),
            m.time(),
            m.received(),
            m.position(),
            m.body(),
            m.state(),
            facts));
  }

  private Message add(boolean own, Instant at, Body body, Message.State state) {
    int n = messages.size() + 1;
    var author = own ? ME : OTHER;
    var position = new Message.Position(n, author, 1, n);
    var message = new Message(body.id(), ID, author, own, at, at, position, body, state);
    messages.add(message);
    return message;
  }

  @Override
  public Optional<Peer> peer(DeviceId id) {
    return id.equals(OTHER) ? Optional.of(peer) : Optional.empty();
  }

  @Override
  public Conversation conversation(ConversationId id) {
    return new Conversation(id, List.of(OTHER), null, unread);
  }

  @Override
  public List<Message> messages(Query query) {
    if (query.text() != null) {
      return messages.stream()
          .filter(m -> m.body() instanceof Body.Text t && t.text().contains(query.text()))
          .toList();
    }
    int end = messages.size();
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).id().equals(query.after())) {
        return List.copyOf(
            messages.subList(i + 1, Math.min(messages.size(), i + 1 + query.limit())));
      }
      if (messages.get(i).id().equals(query.before())) end = i;
    }
    return List.copyOf(messages.subList(Math.max(0, end - query.limit()), end));
  }

  @Override
  public List<Message> around(MessageId id, int each) {
    for (int i = 0; i < messages.size(); i++) {
      if (!messages.get(i).id().equals(id)) continue;
      return List.copyOf(
          messages.subList(Math.max(0, i - each), Math.min(messages.size(), i + each + 1)));
    }
    return List.of();
  }

  @Override
  public List<Transfer> transfersOf(MessageId offer) {
    return transfers.containsKey(offer) ? List.of(transfers.get(offer)) : List.of();
  }

  @Override
  public Delivery delivery(MessageId id) {
    var message = messages.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    return new Delivery(message, message.state(), 0, 0, 1);
  }

  @Override
  public Optional<Message> message(MessageId id) {
    return messages.stream().filter(m -> m.id().equals(id)).findFirst();
  }

  @Override
  public DeviceId me() {
    return ME;
  }

  @Override
  public Message say(ConversationId to, Saying saying) {
    ask("say " + saying.text() + (saying.reply() == null ? "" : " answering " + said(saying)));
    return text(true, Instant.EPOCH, saying.text(), Message.State.QUEUED);
  }

  private String said(Saying saying) {
    return ((Body.Text) message(saying.reply()).orElseThrow().body()).text();
  }

  @Override
  public Message edit(MessageId id, Saying saying) {
    ask("edit to " + saying.text());
    return message(id).orElseThrow();
  }

  @Override
  public void react(MessageId id, String emoji, boolean on) {
    ask("react " + emoji + " " + on);
  }

  @Override
  public void recall(MessageId id) {
    ask("recall");
  }

  @Override
  public Optional<Duration> recallable(Message message) {
    return Optional.of(Duration.ofMinutes(9));
  }

  @Override
  public void pin(MessageId id, boolean on) {
    ask("pin " + on);
  }

  @Override
  public List<Message> pinned(ConversationId in) {
    return messages.stream().filter(m -> m.facts().pinned()).toList();
  }

  @Override
  public void remind(MessageId id) {
    ask("remind");
  }

  @Override
  public void delete(MessageId id) {
    ask("delete");
  }

  @Override
  public List<Receipt> receipts(MessageId id) {
    return List.of(new Receipt(OTHER, true, false));
  }

  @Override
  public void typing(ConversationId id) {
    typed++;
  }

  @Override
  public void nudge(ConversationId id) {
    ask("nudge");
  }

  @Override
  public Message saySealed(ConversationId to, String text) {
    ask("sealed " + text);
    return text(true, Instant.EPOCH, text, Message.State.QUEUED);
  }

  @Override
  public Message open(MessageId id, java.util.Optional<String> password) {
    throw new UnsupportedOperationException("nothing is sealed here");
  }

  @Override
  public int waiting(MessageId id) {
    return waiting.getOrDefault(id, 0);
  }

  @Override
  public Message offer(ConversationId to, List<Path> paths) {
    ask("offer " + paths.stream().map(p -> p.getFileName().toString()).toList());
    return file(true, Instant.EPOCH, "offered", 1, 1, Transfer.State.OFFERED);
  }

  @Override
  public void accept(MessageId offer, Path into) {
    ask("accept " + into);
  }

  @Override
  public void decline(MessageId offer) {
    ask("decline");
  }

  @Override
  public void cancel(MessageId offer) {
    ask("cancel");
  }

  @Override
  public void read(ConversationId id) {
    ask("read");
  }

  private void ask(String what) {
    if (refusal != null) throw refusal.exception();
    asked.add(what);
  }
}
