package paloma.ui.chats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import paloma.core.Messenger;
import paloma.core.Notice;
import paloma.model.Conversation;
import paloma.model.ConversationId;
import paloma.model.Message;
import paloma.model.NameMatch;
import paloma.model.Pinyin;
import paloma.model.Query;
import paloma.ui.people.PeopleViewModel;
import paloma.ui.people.Roster;

/** The conversation list and the search above it. JavaFX thread. */
public final class ChatsViewModel {
  /** More hits of a kind than fit a screen help nobody. */
  private static final int MOST_PEOPLE = 8;

  private static final int MOST_MESSAGES = 20;

  private final Messenger messenger;
  private final Roster roster;
  private final PeopleViewModel people;
  private final Executor fx;
  private final Executor lane;
  private final Supplier<Instant> now;
  private final NameMatch match = new NameMatch(Pinyin.shared());
  private final Map<ConversationId, Conversation> conversations = new HashMap<>();
  private final Map<ConversationId, String> drafts = new HashMap<>();
  private final ObservableList<ChatItem> items = FXCollections.observableArrayList();
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<ConversationId> open = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private List<Message> hits = List.of();

  public ChatsViewModel(
      Messenger messenger,
      Roster roster,
      PeopleViewModel people,
      Executor fx,
      Executor lane,
      Supplier<Instant> now) {
    this.messenger = messenger;
    this.roster = roster;
    this.people = people;
    this.fx = fx;
    this.lane = lane;
    this.now = now;
    roster.version().addListener(_ -> refresh());
    query.addListener((_, _, typed) -> search(typed));
  }

  public ObservableList<ChatItem> items() {
    return items;
  }

  public StringProperty query() {
    return query;
  }

  /** The conversation that is open; null for none. */
  public ObjectProperty<ConversationId> open() {
    return open;
  }

  /** Messages not read, over all conversations. */
  public ReadOnlyIntegerProperty unread() {
    return unread.getReadOnlyProperty();
  }

  public void load() {
    lane.execute(() -> {
      var all = messenger.conversations();
      fx.execute(() -> show(all));
    });
  }

  public void show(Collection<Conversation> changed) {
    for (var conversation : changed) {
      var before = conversations.put(conversation.id(), conversation);
      // What is typed right now is newer than what is kept.
      if (before == null) drafts.putIfAbsent(conversation.id(), conversation.look().draft());
    }
    refresh();
  }

  public void hear(Notice notice) {
    switch (notice) {
      case Notice.ConversationChanged n -> show(List.of(n.conversation()));
      case Notice.MessageChanged n -> messageChanged(n.message());
      case Notice.Started _,
          Notice.Stopping _,
          Notice.PeerAppeared _,
          Notice.PeerChanged _,
          Notice.PeerLeft _,
          Notice.TrustChanged _,
          Notice.MessageReceived _,
          Notice.OfferReceived _,
          Notice.TransferProgress _,
          Notice.TransferFinished _,
          Notice.TransferFailed _,
          Notice.UpdateChanged _,
          Notice.MessageDeleted _,
          Notice.Gesture _,
          Notice.GroupChanged _,
          Notice.NetworkChanged _,
          Notice.ProblemArose _ -> {}
    }
  }

  /** Makes sure that a conversation has a line, though nothing was said in it yet, and opens it. */
  public void open(ConversationId id) {
    open.set(id);
    if (conversations.containsKey(id)) return;
    lane.execute(() -> {
      var conversation = messenger.conversation(id);
      fx.execute(() -> show(List.of(conversation)));
    });
  }

  /** Keeps what was begun in a conversation, also for the next start. */
  public void keepDraft(ConversationId id) {
    var text = draft(id);
    lane.execute(() -> messenger.verbs().saveDraft(id, text));
  }

  public void pin(ConversationId id, boolean on) {
    lane.execute(() -> messenger.verbs().pin(id, on));
  }

  /** Null ends it. */
  public void mute(ConversationId id, Instant until) {
    lane.execute(() -> messenger.verbs().mute(id, until));
  }

  public void markUnread(ConversationId id) {
    lane.execute(() -> messenger.verbs().markUnread(id));
  }

  public void markRead(ConversationId id) {
    lane.execute(() -> messenger.read(id));
  }

  /** Whether a conversation makes no sound now. */
  public boolean muted(ConversationId id) {
    var conversation = conversations.get(id);
    return conversation != null && conversation.look().muted(now.get());
  }

  /** Shows what was begun in a conversation and not sent. */
  public void draft(ConversationId id, String text) {
    var before = text.isBlank() ? drafts.remove(id) : drafts.put(id, text);
    if (!text.strip().equals(before == null ? "" : before.strip())) refresh();
  }

  public String draft(ConversationId id) {
    return drafts.getOrDefault(id, "");
  }

  private void messageChanged(Message message) {
    var conversation = conversations.get(message.conversation());
    if (conversation == null || conversation.last() == null) return;
    if (!conversation.last().id().equals(message.id())) return;
    show(List.of(conversation.withLast(message)));
  }

  private void search(String typed) {
    hits = List.of();
    refresh();
    var words = typed.strip();
    if (words.isEmpty()) return;
    lane.execute(() -> {
      var found = messenger.messages(Query.words(words, MOST_MESSAGES)).reversed();
      fx.execute(() -> {
        if (!query.get().strip().equals(words)) return;
        hits = found;
        refresh();
      });
    });
  }

  private void refresh() {
    var chats =
        conversations.values().stream()
            .map(this::chat)
            .sorted(
                Comparator.comparing((ChatItem.Chat c) -> !c.conversation().look().pinned())
                    .thenComparing(
                        (ChatItem.Chat c) -> c.last() == null ? null : c.last().received(),
                        Comparator.nullsFirst(Comparator.reverseOrder()))
                    .thenComparing(ChatItem.Chat::id))
            .toList();
    unread.set(conversations.values().stream().mapToInt(this::counted).sum());
    var fresh = query.get().isBlank() ? List.<ChatItem>copyOf(chats) : found(chats);
    if (!fresh.equals(items)) items.setAll(fresh);
  }

  /** What the rail counts: nothing of what is muted, something of what is marked. */
  private int counted(Conversation conversation) {
    var look = conversation.look();
    if (look.muted(now.get())) return 0;
    return Math.max(conversation.unread(), look.markedUnread() ? 1 : 0);
  }

  private List<ChatItem> found(List<ChatItem.Chat> chats) {
    var typed = query.get();
    var found = new ArrayList<ChatItem>();
    add(
        found,
        ChatItem.Kind.CHATS,
        chats.stream().filter(c -> match.matches(c.name(), typed)).toList());
    var known = chats.stream().map(ChatItem.Chat::peer).toList();
    add(
        found,
        ChatItem.Kind.PEOPLE,
        people.find(typed, MOST_PEOPLE).stream()
            .filter(p -> !known.contains(p))
            .map(ChatItem.Person::new)
            .toList());
    add(found, ChatItem.Kind.MESSAGES, hits.stream().map(this::hit).toList());
    return found;
  }

  private static void add(
      List<ChatItem> found, ChatItem.Kind kind, List<? extends ChatItem> items) {
    if (items.isEmpty()) return;
    found.add(new ChatItem.Heading(kind));
    found.addAll(items);
  }

  private ChatItem.Chat chat(Conversation conversation) {
    var members = conversation.members();
    boolean group = conversation.group() != null;
    var peer = !group && members.size() == 1 ? roster.peer(members.getFirst()).orElse(null) : null;
    return new ChatItem.Chat(conversation, peer, with(conversation), draft(conversation.id()));
  }

  private ChatItem.Hit hit(Message message) {
    var conversation = conversations.get(message.conversation());
    return new ChatItem.Hit(
        message,
        message.own() ? "" : roster.name(message.author()),
        conversation == null ? "" : with(conversation));
  }

  private String with(Conversation conversation) {
    if (conversation.group() != null) return conversation.group().name();
    return String.join(", ", conversation.members().stream().map(roster::name).toList());
  }
}
