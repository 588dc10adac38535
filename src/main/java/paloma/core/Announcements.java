package paloma.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import paloma.core.Announcement.Answer;
import paloma.core.Announcement.Audience;
import paloma.log.Logs;
import paloma.log.OwnLogs;
import paloma.log.Timeline;
import paloma.model.Board;
import paloma.model.BoardBody;
import paloma.model.Body;
import paloma.model.CanonicalWriter;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.DeviceKey;
import paloma.model.MessageId;
import paloma.model.Peer;
import paloma.model.Problem;
import paloma.model.Trust;
import paloma.model.VerbBody;
import paloma.peers.PeerBook;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.work.Time;

/**
 * What one announces to everybody or to departments, and what others did. Thread-safe; methods
 * block for a commit, never for a network.
 */
public final class Announcements {
  private static final Duration REMINDER_PAUSE = Duration.ofMinutes(1);

  private final Boards boards;
  private final BoardSight sight;
  private final BoardStore store;
  private final BoardPost post;
  private final Database database;
  private final Timeline timeline;
  private final Logs logs;
  private final OwnLogs ownLogs;
  private final Correspondence correspondence;
  private final Speech speech;
  private final PeerBook peers;
  private final OwnProfile profile;
  private final DeviceKey key;
  private final Notices notices;
  private final Supplier<AnnounceRules> rules;
  private final Consumer<ConversationId> reading;
  private final Seldom<MessageId> reminders;

  Announcements(
      Boards boards,
      BoardSight sight,
      BoardStore store,
      BoardPost post,
      Database database,
      Timeline timeline,
      Logs logs,
      OwnLogs ownLogs,
      Correspondence correspondence,
      Speech speech,
      PeerBook peers,
      OwnProfile profile,
      DeviceKey key,
      Notices notices,
      Supplier<AnnounceRules> rules,
      Consumer<ConversationId> reading,
      Time time) {
    this.boards = boards;
    this.sight = sight;
    this.store = store;
    this.post = post;
    this.database = database;
    this.timeline = timeline;
    this.logs = logs;
    this.ownLogs = ownLogs;
    this.correspondence = correspondence;
    this.speech = speech;
    this.peers = peers;
    this.profile = profile;
    this.key = key;
    this.notices = notices;
    this.rules = rules;
    this.reading = reading;
    reminders = new Seldom<>(REMINDER_PAUSE, time);
  }

  /** Whether the person here may announce. */
  public boolean allowed() {
    return rules.get().allows(key.id());
  }

  /** Everybody first, whose department is empty, then the departments by name. */
  public List<Audience> audiences() {
    var all = new ArrayList<Audience>();
    all.add(new Audience("", audience(List.of()).size()));
    departments().values().forEach(d -> all.add(new Audience(d, audience(List.of(d)).size())));
    return all;
  }

  /** Departments that somebody known here belongs to, by their normal forms. */
  private Map<String, String> departments() {
    var spelled = new TreeMap<String, Map<String, Integer>>();
    people().forEach(p -> spell(spelled, p.profile().department()));
    spell(spelled, profile.profile().department());
    spelled.remove("");
    var names = new TreeMap<String, String>();
    spelled.forEach((normal, ways) -> names.put(normal, usual(ways)));
    return names;
  }

  private static void spell(Map<String, Map<String, Integer>> spelled, String department) {
    spelled
        .computeIfAbsent(Board.normal(department), _ -> new HashMap<>())
        .merge(department.strip(), 1, Integer::sum);
  }

  /** As most people write it; of equals the one in small letters. */
  private static String usual(Map<String, Integer> ways) {
    return ways.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .orElseThrow()
        .getKey();
  }

  private List<Peer> people() {
    return peers.all().stream().filter(p -> p.trust() != Trust.BLOCKED).toList();
  }

  /** Those known here who are in one of these departments; none of them means everybody. */
  public List<DeviceId> audience(Collection<String> departments) {
    var wanted = departments.stream().map(Board::normal).toList();
    return people().stream()
        .filter(p -> wanted.isEmpty() || wanted.contains(Board.normal(p.profile().department())))
        .map(Peer::id)
        .toList();
  }

  /**
   * Announces; durable when this returns. In several departments it is said once in each, and is
   * one message all the same.
   */
  public synchronized Announcement announce(Announcing words) {
    if (!allowed()) throw Problem.refused("announce-not-allowed").exception();
    if (words.text().isBlank()) throw Problem.usage("text-empty").exception();
    if (CanonicalWriter.utf8(words.text()).length > Body.MAX_TEXT) {
      throw Problem.failed("announce-too-long").exception();
    }
    if (CanonicalWriter.utf8(words.title().strip()).length > BoardBody.MAX_TITLE) {
      throw Problem.usage("announce-title-long").exception();
    }
    var to = audienceOf(words.departments());
    var id = MessageId.random();
    var body =
        new BoardBody.Announced(
            id,
            words.priority(),
            words.confirm(),
            profile.profile().name(),
            words.title().strip(),
            words.text());
    for (var board : to) say(open(board), body);
    var announced = get(id);
    notices.post(new Notice.MessageReceived(announced.message()));
    return announced;
  }

  /** The boards of some departments; a name that nobody has is a typing error. */
  private List<Board> audienceOf(List<String> names) {
    if (names.isEmpty()) return List.of(Board.of(key.id(), ""));
    var there = departments();
    var boards = new LinkedHashMap<String, Board>();
    for (var name : names) {
      var normal = Board.normal(name);
      if (!there.containsKey(normal)) {
        throw Problem.unknown("unknown-department", name, String.join(", ", there.values()))
            .exception();
      }
      boards.put(normal, Board.of(key.id(), there.get(normal)));
    }
    return List.copyOf(boards.values());
  }

  private Board open(Board board) {
    if (!boards.includes(board.id())) boards.add(board, key);
    if (logs.founding(board.id()).isEmpty()) {
      say(board, new BoardBody.Opened(MessageId.random(), key, board.name()));
    }
    return board;
  }

  private void say(Board board, Body body) {
    post.said(Database.await(ownLogs.append(board.id(), body)));
  }

  /** Newest first; not those of people who may not announce here or who are blocked. */
  public List<Announcement> list(int most) {
    return database.read(tx -> store.newest(tx, most)).stream()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  public Announcement get(MessageId id) {
    return find(id)
        .orElseThrow(() -> Problem.unknown("unknown-announcement", id.text()).exception());
  }

  private Optional<Announcement> find(MessageId id) {
    return timeline.message(id).flatMap(sight::of);
  }

  /** Who is to confirm or read an own announcement, and how far they are; not ready ones first. */
  public List<Answer> answers(MessageId id) {
    var announcement = own(id);
    var come = new HashMap<DeviceId, BoardStore.Come>();
    var confirmed =
        database.read(tx -> {
          store.come(tx, id).forEach(c -> come.put(c.reader(), c));
          return store.confirmations(tx, id);
        });
    var readers = new java.util.TreeSet<>(audience(announcement.departments()));
    readers.addAll(confirmed.keySet());
    readers.remove(key.id());
    return readers.stream()
        .map(reader -> {
          var how = come.getOrDefault(reader, new BoardStore.Come(reader, false, false));
          return new Answer(reader, how.delivered(), how.read(), confirmed.get(reader));
        })
        .sorted(java.util.Comparator.comparing(Answer::given))
        .toList();
  }

  /** Asks those who have not confirmed an own announcement, or not read it; who they are. */
  public List<DeviceId> remind(MessageId id) {
    boolean confirm = own(id).said().confirm();
    var open =
        answers(id).stream()
            .filter(a -> confirm ? !a.given() : !a.read())
            .map(Answer::reader)
            .toList();
    if (open.isEmpty()) return open;
    if (!reminders.take(id)) throw Problem.refused("remind-too-soon").exception();
    var reminder = new VerbBody.Reminder(MessageId.random(), id);
    boards.places(id).forEach(board -> say(board, reminder));
    return open;
  }

  /** Takes note of an announcement of somebody who asked for it; its author alone learns of it. */
  public Announcement confirm(MessageId id) {
    var announcement = get(id);
    if (announcement.message().own() || !announcement.said().confirm()) {
      throw Problem.refused("confirm-not-asked").exception();
    }
    if (announcement.confirmed()) return announcement;
    var with = correspondence.with(announcement.message().author());
    var body = new BoardBody.Confirmed(MessageId.random(), id);
    Database.await(correspondence.say(with, speech.listeners(with), body));
    var after = get(id);
    notices.post(new Notice.MessageChanged(after.message()));
    return after;
  }

  /** The person here has seen an announcement, and those before it on its board. */
  public void read(MessageId id) {
    var message = get(id).message();
    if (message.own()) return;
    reading.accept(message.conversation());
    // More of a stranger is taken now, whoever brings it.
    post.resume();
    notices.post(new Notice.MessageChanged(get(id).message()));
  }

  private Announcement own(MessageId id) {
    var announcement = get(id);
    if (!announcement.message().own()) {
      throw Problem.refused("message-of-others", id.text()).exception();
    }
    return announcement;
  }
}
