package paloma.core;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import paloma.log.Timeline;
import paloma.model.Conversation;
import paloma.model.DeviceId;
import paloma.model.Message;
import paloma.model.MessageId;
import paloma.model.NameMatch;
import paloma.model.Peer;
import paloma.model.Pinyin;
import paloma.model.Query;
import paloma.peers.PeerBook;
import paloma.store.Database;
import paloma.store.SearchStore;
import paloma.work.Tasks;

/**
 * Finds what was said, people and conversations. Thread-safe; methods read the database and do not
 * wait for anything else.
 */
public final class Search {
  /** Rows of an older database that one commit takes into the index: some 20 ms. */
  private static final int STEP = 200;

  private final Database database;
  private final SearchStore index;
  private final Timeline timeline;
  private final BoardSight sight;
  private final PeerBook peers;
  private final Tasks tasks;

  Search(
      Database database,
      SearchStore index,
      Timeline timeline,
      BoardSight sight,
      PeerBook peers,
      Tasks tasks) {
    this.database = database;
    this.index = index;
    this.timeline = timeline;
    this.sight = sight;
    this.peers = peers;
    this.tasks = tasks;
  }

  /** Everything that is said from now on is found; what was said before follows bit by bit. */
  void start() {
    database.beforeCommit(index::flush);
    // Before anybody searches: a broken index looks like a broken database.
    database.<Boolean>write(index::mend);
    tasks.start("search-index", this::catchUp);
  }

  private void catchUp() {
    // One commit after the other, each after whatever else waits for the writer.
    while (Database.await(database.writeRelaxed(tx -> index.catchUp(tx, STEP))) > 0) {
      Thread.yield();
    }
  }

  /** Messages in which all words occur, the newest first, or the next after {@code query.after}. */
  public List<Message> messages(Query query) {
    return timeline.messages(query).reversed().stream().filter(sight::shows).toList();
  }

  /** A message with up to so many before and after it, oldest first; empty when it is not here. */
  public List<Message> around(MessageId id, int each) {
    return timeline.around(id, each);
  }

  /** People by name, reading, host, address, department or title: present ones first. */
  public List<Peer> people(String words, int most) {
    var match = new NameMatch(Pinyin.shared());
    return peers.all().stream()
        .filter(p -> match.means(p, words))
        .sorted(
            Comparator.comparing((Peer p) -> !p.present())
                .thenComparing(p -> Pinyin.shared().sortKey(p.name()))
                .thenComparing(Peer::id))
        .limit(most)
        .toList();
  }

  /**
   * Groups of that name and conversations with somebody whom the words mean, the one with the
   * newest message first.
   */
  public List<Conversation> conversations(String words, int most) {
    var match = new NameMatch(Pinyin.shared());
    Predicate<DeviceId> meant =
        id -> peers.peer(id).map(p -> match.matches(p.name(), words)).orElse(false);
    return timeline.conversations().stream()
        .map(timeline::conversation)
        .filter(c ->
            c.members().stream().anyMatch(meant)
                || c.group() != null && match.matches(c.group().name(), words))
        .sorted(Comparator.comparing((Conversation c) -> c.last().received()).reversed())
        .limit(most)
        .toList();
  }

  /** Older messages that the index has not taken yet; none is found before it is. */
  public int waiting() {
    return database.read(index::waiting);
  }
}
