package paloma.store;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import paloma.model.MessageId;
import paloma.model.PlainText;
import paloma.model.Query;

/**
 * The search index over the rows of the timeline. Triggers note which rows were added, reworded or
 * deleted, whoever did it; the index follows at the end of the commit ({@link #flush}), in one go:
 * it writes a segment each time.
 *
 * <p>Reading is for any thread, everything else for the writer's.
 */
public final class SearchStore {
  private static final System.Logger LOG = System.getLogger("paloma.store");

  /** A place is the shown time in milliseconds and, below it, a number among those of the same. */
  private static final int TIES = 20;

  private static final long LATEST = (1L << (Long.SIZE - 1 - TIES)) - 1;

  /** The place of a message in which nothing can be found. */
  private static final long NOWHERE = -1;

  private record Row(MessageId id, String words, List<String> filters, long shown) {}

  private static final String ROW = "SELECT id, words, conversation, author, kind, shown_time";

  private static final Tx.Row<String> SQL = row -> row.getString(1);

  private static final Tx.Row<Row> AS_ROW =
      row ->
          new Row(
              MessageId.of(row.getBytes(1)),
              row.getString(2),
              List.of(
                  filter("in", row.getBytes(3)),
                  filter("by", row.getBytes(4)),
                  "kind" + row.getInt(5)),
              row.getLong(6));

  /** What this device knows of itself: that the index has to be made anew. */
  private static final String BROKEN = "search-broken";

  private boolean broken;

  /** Takes what the batch changed into the index; a broken index never holds a commit up. */
  public void flush(Tx tx) {
    if (broken || tx.number("SELECT EXISTS (SELECT 1 FROM index_change)") == 0) return;
    guarded(
        tx,
        () -> {
          letGo(tx);
          var fresh = " FROM message WHERE place IS NULL AND id IN";
          index(tx, tx.list(ROW + fresh + " (SELECT message FROM index_change)", AS_ROW));
          tx.update("DELETE FROM index_change");
        });
  }

  private static void letGo(Tx tx) {
    var gone = "SELECT gone FROM index_change WHERE gone >= 0";
    for (long place : tx.list(gone, row -> row.getLong(1))) {
      tx.update("DELETE FROM gram WHERE rowid = ?", place);
    }
  }

  /** Leaves word that the index has to be made anew. */
  static void noteBroken(Tx tx) {
    new OwnStore().set(tx, BROKEN, new byte[] {1});
  }

  /** Empties an index that was found broken; whether it was. All rows wait for it again. */
  public boolean mend(Tx tx) {
    if (new OwnStore().value(tx, BROKEN).isEmpty()) return false;
    guarded(
        tx,
        () -> {
          var made = tx.first("SELECT sql FROM sqlite_schema WHERE name = 'gram'", SQL);
          tx.update("DROP TABLE gram");
          tx.update(made.orElseThrow());
          tx.update("DELETE FROM place");
          tx.update("DELETE FROM index_change");
          tx.update("UPDATE message SET place = NULL WHERE place NOT NULL");
          tx.update("DELETE FROM own WHERE name = ?", BROKEN);
        });
    return !broken;
  }

  /** Takes older rows into the index, the newest first; how many there were. */
  public int catchUp(Tx tx, int most) {
    if (broken) return 0;
    var rows =
        tx.list(
            ROW + " FROM message WHERE place IS NULL ORDER BY shown_time DESC LIMIT ?",
            AS_ROW,
            most);
    if (!rows.isEmpty()) guarded(tx, () -> index(tx, rows));
    return broken ? 0 : rows.size();
  }

  /** Rows that are not in the index yet. */
  public int waiting(Tx tx) {
    return (int) tx.number("SELECT count(*) FROM message WHERE place IS NULL");
  }

  private static void index(Tx tx, List<Row> rows) {
    // The index takes rising numbers in one piece.
    var sorted = new ArrayList<>(rows);
    sorted.sort(java.util.Comparator.comparingLong(Row::shown));
    for (var row : sorted) index(tx, row);
  }

  private void guarded(Tx tx, Runnable work) {
    try {
      var connection = tx.connection();
      var before = connection.setSavepoint();
      try {
        work.run();
        connection.releaseSavepoint(before);
      } catch (Tx.Failure e) {
        if (StoreProblems.spoilsAll(e.sql())) throw e;
        connection.rollback(before);
        broken = true;
        noteBroken(tx);
        LOG.log(Level.ERROR, "the search index takes nothing more until the next start", e.sql());
      }
    } catch (SQLException e) {
      throw new Tx.Failure(e);
    }
  }

  private static void index(Tx tx, Row row) {
    var plain = PlainText.of(row.words());
    if (plain.isBlank()) {
      tx.update("UPDATE message SET place = ? WHERE id = ?", NOWHERE, row.id());
      return;
    }
    long first = Math.clamp(row.shown(), 0, LATEST) << TIES;
    long place =
        tx.number(
            "SELECT coalesce(max(place) + 1, ?) FROM place WHERE place BETWEEN ? AND ?",
            first,
            first,
            first + (1L << TIES) - 1);
    tx.update("INSERT INTO place (place, message) VALUES (?, ?)", place, row.id());
    tx.update("UPDATE message SET words = ?, place = ? WHERE id = ?", plain, place, row.id());
    var grams = new StringBuilder(String.join(" ", row.filters()));
    for (var gram : Grams.of(plain)) grams.append(' ').append(gram);
    tx.update("INSERT INTO gram (rowid, grams) VALUES (?, ?)", place, grams.toString());
  }

  /** The newest messages that fit, newest first; {@code query.text} is not null. */
  public List<MessageId> find(Tx tx, Query query) {
    var words = PlainText.words(query.text());
    if (words.isEmpty()) return List.of();
    if (words.stream().allMatch(w -> Grams.needed(w).isEmpty())) return List.of();
    var sql = new StringBuilder();
    var values = new ArrayList<Object>();
    sql.append("SELECT p.message FROM gram g CROSS JOIN place p ON p.place = g.rowid");
    var compared = words.stream().filter(w -> !Grams.exact(w)).toList();
    if (!compared.isEmpty()) sql.append(" CROSS JOIN message m ON m.id = p.message");
    sql.append(" WHERE gram MATCH ? AND g.rowid >= ? AND g.rowid < ?");
    values.add(match(query, words));
    values.add(query.since() == null ? 0 : first(query.since().toEpochMilli()));
    values.add(below(tx, query));
    if (query.after() != null) {
      sql.append(" AND g.rowid > ?");
      values.add(placeOf(tx, query.after()));
    }
    for (var word : compared) {
      sql.append(" AND instr(m.words, ?)");
      values.add(word);
    }
    boolean oldest = query.after() != null;
    sql.append(" ORDER BY g.rowid ").append(oldest ? "ASC" : "DESC").append(" LIMIT ?");
    values.add(query.limit());
    var found = tx.list(sql.toString(), row -> MessageId.of(row.getBytes(1)), values.toArray());
    return oldest ? found.reversed() : found;
  }

  private static long below(Tx tx, Query query) {
    long until = query.until() == null ? Long.MAX_VALUE : first(query.until().toEpochMilli());
    return query.before() == null ? until : Math.min(until, placeOf(tx, query.before()));
  }

  private static long placeOf(Tx tx, MessageId id) {
    return tx.number("SELECT coalesce(place, -1) FROM message WHERE id = ?", id);
  }

  private static long first(long millis) {
    return Math.clamp(millis, 0, LATEST) << TIES;
  }

  private static String match(Query query, List<String> words) {
    var grams = new LinkedHashSet<String>();
    for (var word : words) grams.addAll(Grams.needed(word));
    if (query.in() != null) grams.add(filter("in", query.in().bytes()));
    if (query.from() != null) grams.add(filter("by", query.from().bytes()));
    if (query.kind() != null) grams.add("kind" + TimelineStore.kind(query.kind()));
    var match = new StringBuilder();
    for (var gram : grams) match.append(" \"").append(gram).append('"');
    return match.toString();
  }

  private static String filter(String name, byte[] id) {
    return name + HexFormat.of().formatHex(id);
  }
}
