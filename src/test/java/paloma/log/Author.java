package paloma.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paloma.identity.Identity;
import paloma.model.Body;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Query;
import paloma.model.Signing;
import paloma.store.Database;
import paloma.store.GroupStore;
import paloma.store.LogStore;
import paloma.store.LookStore;
import paloma.store.MarkerStore;
import paloma.store.OwnStore;
import paloma.store.SearchStore;
import paloma.store.TimelineStore;
import paloma.store.VerbStore;
import paloma.work.Tasks;
import paloma.work.Time;

/** Somebody with logs in a database and no network. */
final class Author implements Signing, AutoCloseable {
  private final Identity identity;
  private final Tasks tasks;
  private final Database database;
  private final LogStore logStore = new LogStore();
  private final Map<DeviceId, byte[]> keys = new HashMap<>();
  private final Logs logs;
  private final OwnLogs own;
  private final Timeline timeline;
  private final Keeping keeping;

  Author(Path file, Identity identity, Time time) throws IOException {
    this.identity = identity;
    tasks = new Tasks(time);
    database = new Database(file, tasks);
    database.start();
    var timelineStore = new TimelineStore();
    var searchStore = new SearchStore();
    var verbStore = new VerbStore();
    var verbRows = new VerbRows(verbStore, logStore);
    var rows = new Rows(timelineStore, verbRows, time);
    var groups = new GroupLedger(logStore, new GroupStore(), rows, id());
    logs = new Logs(database, logStore, rows, groups, this);
    own = new OwnLogs(database, logStore, rows, groups, new OwnStore(), this, time);
    own.start();
    database.beforeCommit(searchStore::flush);
    var facts = new Facts(verbRows, logStore);
    var markers = new MarkerStore();
    var looks = new LookStore();
    timeline =
        new Timeline(database, timelineStore, searchStore, logStore, markers, facts, looks, id());
    keeping = new Keeping(database, looks, verbStore, logStore, markers, id());
    keys.put(id(), identity.publicKey());
  }

  void knows(ConversationId talk, Author... others) {
    var members = new ArrayList<>(List.of(id()));
    for (var other : others) {
      keys.put(other.id(), other.identity.publicKey());
      members.add(other.id());
    }
    database.write(tx -> {
      logStore.addConversation(tx, talk, LogStore.ONE_TO_ONE, members);
      return null;
    });
  }

  Identity identity() {
    return identity;
  }

  DeviceId id() {
    return identity.id();
  }

  Logs logs() {
    return logs;
  }

  OwnLogs own() {
    return own;
  }

  Timeline timeline() {
    return timeline;
  }

  Keeping keeping() {
    return keeping;
  }

  List<String> texts(ConversationId talk) {
    return timeline.messages(Query.latest(talk, 10_000)).stream()
        .map(m -> ((Body.Text) m.body()).text())
        .toList();
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
  public void close() {
    database.close();
    tasks.close();
  }
}
