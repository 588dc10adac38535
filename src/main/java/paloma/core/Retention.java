package paloma.core;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.store.Database;
import paloma.store.RetentionStore;

/** Lets go of what is older than so many days, a log at a time, so that nobody waits for it. */
record Retention(Database database, ConversationNews news, DeviceId us) {
  /**
   * Lets go of what came earlier than that.
   *
   * @param days 0 keeps everything
   * @return how many messages went
   */
  long expire(int days, Instant now) {
    if (days <= 0) return 0;
    var store = new RetentionStore();
    var before = now.minus(Duration.ofDays(days));
    var changed = new LinkedHashSet<ConversationId>();
    long gone = 0;
    for (var log : database.read(store::logs)) {
      int rows = database.write(tx -> store.expire(tx, log, before, us));
      if (rows > 0) changed.add(log.conversation());
      gone += rows;
    }
    gone += database.write(tx -> store.expireImported(tx, before));
    changed.forEach(news::changed);
    return gone;
  }
}
