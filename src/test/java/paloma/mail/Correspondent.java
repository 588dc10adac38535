package paloma.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.identity.Identity;
import paloma.log.BoardRows;
import paloma.log.Facts;
import paloma.log.Founding;
import paloma.log.GroupLedger;
import paloma.log.Logs;
import paloma.log.Markers;
import paloma.log.Outcome;
import paloma.log.OwnLogs;
import paloma.log.Page;
import paloma.log.Rows;
import paloma.log.Timeline;
import paloma.log.VerbRows;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.LogId;
import paloma.model.MessageId;
import paloma.model.Query;
import paloma.model.SignedProfile;
import paloma.model.Signing;
import paloma.store.BoardStore;
import paloma.store.Database;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MarkerStore;
import paloma.store.OwnStore;
import paloma.store.SearchStore;
import paloma.store.TimelineStore;
import paloma.store.VerbStore;
import paloma.sync.Neighbours;
import paloma.sync.SyncLink;
import paloma.work.Tasks;
import paloma.work.Time;

/** Somebody with logs in a database, who talks by letters alone. */
final class Correspondent implements Signing, Neighbours, AutoCloseable {
  private final Identity identity = Identity.generate();
  private final Map<DeviceId, byte[]> keys = new HashMap<>();
  private final LogStore logStore = new LogStore();
  private final Tasks tasks;
  private final Database database;
  private final Logs logs;
  private final OwnLogs own;
  private final Markers markers;
  private final Timeline timeline;
  private int accepted;

  Correspondent(Path file, Time time) throws IOException {
    tasks = new Tasks(time);
    database = new Database(file, tasks);
    database.start();
    var timelineStore = new TimelineStore();
    var markerStore = new MarkerStore();
    var verbs = new VerbRows(new VerbStore(), logStore);
    var rows = new Rows(timelineStore, verbs, new BoardRows(new BoardStore(), logStore), time);
    var ledger = new GroupLedger(logStore, new GroupStore(), rows, id());
    logs = new Logs(database, logStore, rows, ledger, this);
    own = new OwnLogs(database, logStore, rows, ledger, new OwnStore(), this, time);
    own.start();
    markers = new Markers(database, markerStore, logStore, this);
    var facts = new Facts(verbs, logStore);
    timeline =
        new Timeline(
            database,
            timelineStore,
            new SearchStore(),
            logStore,
            markerStore,
            facts,
            new LookStore(),
            id());
  }

  void knows(Correspondent other) {
    keys.put(other.id(), other.identity.publicKey());
    if (other == this) return;
    var talk = ConversationId.between(id(), other.id());
    database.write(tx -> {
      logStore.addConversation(tx, talk, LogStore.ONE_TO_ONE, List.of(id(), other.id()));
      return null;
    });
  }

  DeviceId id() {
    return identity.id();
  }

  Logs logs() {
    return logs;
  }

  Markers markers() {
    return markers;
  }

  /** Says texts, each in a commit of its own; the log that has them. */
  LogId say(ConversationId talk, String... texts) {
    LogId log = null;
    for (var text : texts) {
      log = own.append(talk, new Body.Text(MessageId.random(), text)).join().log();
    }
    return log;
  }

  List<String> texts(ConversationId talk) {
    return timeline.messages(Query.latest(talk, 100)).stream()
        .map(m -> ((Body.Text) m.body()).text())
        .toList();
  }

  /** How often something was committed that came from outside. */
  int accepted() {
    return accepted;
  }

  /** Waits for what was written behind. */
  void settle() {
    database.write(_ -> null);
  }

  @Override
  public DeviceId ourselves() {
    return id();
  }

  @Override
  public byte[] sign(String context, byte[] bytes) {
    return identity.sign(context, bytes);
  }

  @Override
  public boolean verify(DeviceId device, String context, byte[] bytes, byte[] signature) {
    return keys.containsKey(device) && Identity.verify(keys.get(device), context, bytes, signature);
  }

  @Override
  public List<ConversationId> shared(DeviceId peer) {
    return List.of(ConversationId.between(id(), peer));
  }

  @Override
  public boolean mayCarry(DeviceId peer, LogId log) {
    // As between members of a group: a letter must look for itself where it belongs.
    return true;
  }

  @Override
  public Logs.Share share(DeviceId peer, LogId log) {
    return Logs.Share.ALL;
  }

  @Override
  public List<ConversationId> groups(DeviceId peer) {
    return List.of();
  }

  @Override
  public Optional<Founding> founding(ConversationId group) {
    return Optional.empty();
  }

  @Override
  public boolean founded(DeviceId peer, Founding founding) {
    return false;
  }

  @Override
  public boolean stranger(DeviceId peer) {
    return false;
  }

  @Override
  public Optional<String> holdsBack(DeviceId peer, Page page) {
    return Optional.empty();
  }

  @Override
  public void accepted(DeviceId peer, Outcome.Accepted outcome) {
    throw new AssertionError("letters come from colleagues");
  }

  @Override
  public void carried(DeviceId author, Outcome.Accepted outcome) {
    accepted++;
  }

  @Override
  public void risen(DeviceId peer, Markers.Risen risen) {}

  @Override
  public void handedOver(DeviceId peer, LogId log, long sent) {}

  @Override
  public void held(DeviceId peer, LogId log, String reason) {}

  @Override
  public boolean asks(LogId log) {
    return true;
  }

  @Override
  public void forked(DeviceId peer, LogId log) {}

  @Override
  public void branch(DeviceId peer, Page page) {}

  @Override
  public void signalled(DeviceId peer, ConversationId conversation, int kind) {}

  @Override
  public void register(DeviceId peer, SignedProfile register) {}

  @Override
  public SignedProfile ownRegister() {
    return new SignedProfile(new byte[0], new byte[0]);
  }

  @Override
  public void ended(SyncLink link, String reason) {}

  @Override
  public void close() {
    database.close();
    tasks.close();
  }
}
