package paloma.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sqlite.SQLiteConfig;

/**
 * Reads the message database of IP Messenger 4 and later, by the tables and columns that are there:
 * a message's number holds its time, the first of its hosts is the other side.
 */
public final class IpmsgDatabase {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** The bit of a message that came to us. */
  private static final long RECEIVED = 1;

  /** Above the seconds stand thousandths of a second in ten bits, then a counter. */
  private static final int SECONDS_SHIFT = 26;

  private static final int MILLIS_SHIFT = 16;
  private static final int MILLIS_MASK = 1023;

  private IpmsgDatabase() {}

  /** A message with the other side. */
  public record Row(long id, boolean own, Instant time, String name, String host, String text) {}

  /** Takes a row and its place. */
  @FunctionalInterface
  public interface Sink {
    void row(Row row, long place) throws IOException;
  }

  /** Whether a file is an SQLite database at all. */
  public static boolean is(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return java.util.Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** Reads all messages; false when the tables of IP Messenger are not there. */
  public static boolean read(Path file, Sink sink, LongConsumer unreadable) throws IOException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    try (var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
      if (!columns(connection, "msg_tbl").containsAll(Set.of("msg_id", "flags", "body"))
          || !columns(connection, "msghost_tbl").containsAll(Set.of("msg_id", "host_id"))
          || !columns(connection, "host_tbl").contains("host_id")) {
        return false;
      }
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(sql(connection))) {
        long place = 0;
        while (rows.next()) take(rows, ++place, sink, unreadable);
      }
      return true;
    } catch (SQLException e) {
      throw new IOException("cannot read " + file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  private static void take(ResultSet rows, long place, Sink sink, LongConsumer unreadable)
      throws SQLException, IOException {
    long id = rows.getLong(1);
    var body = rows.getString(3);
    var files = rows.getString(6);
    var text = body == null ? "" : body.replace("\r\n", "\n").stripTrailing();
    if (files != null && !files.isEmpty()) text = text.isEmpty() ? files : text + "\n" + files;
    if (id <= 0 || text.isBlank()) {
      unreadable.accept(place);
      return;
    }
    var time =
        Instant.ofEpochSecond(id >> SECONDS_SHIFT)
            .plusMillis(Math.min(999, id >> MILLIS_SHIFT & MILLIS_MASK));
    boolean own = (rows.getLong(2) & RECEIVED) == 0;
    sink.row(new Row(id, own, time, text(rows, 4), text(rows, 5), text), place);
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    var text = rows.getString(column);
    return text == null ? "" : text;
  }

  /** Where a column is not there its value is empty. */
  private static String sql(Connection connection) throws SQLException {
    var host = columns(connection, "host_tbl");
    var names =
        host.contains("nick") && host.contains("uid")
            ? "coalesce(nullif(h.nick, ''), h.uid)"
            : host.contains("nick") ? "h.nick" : host.contains("uid") ? "h.uid" : "''";
    var place = host.contains("host") ? "h.host" : host.contains("addr") ? "h.addr" : "''";
    var first =
        columns(connection, "msghost_tbl").contains("idx")
            ? "(SELECT mh.host_id FROM msghost_tbl mh WHERE mh.msg_id = m.msg_id"
                + " ORDER BY mh.idx LIMIT 1)"
            : "(SELECT min(mh.host_id) FROM msghost_tbl mh WHERE mh.msg_id = m.msg_id)";
    return "SELECT m.msg_id, m.flags, m.body, "
        + names
        + ", "
        + place
        + ", "
        + files(connection)
        + " FROM msg_tbl m LEFT JOIN host_tbl h ON h.host_id = "
        + first
        + " ORDER BY m.msg_id";
  }

  private static String files(Connection connection) throws SQLException {
    return columns(connection, "file_tbl").containsAll(Set.of("msg_id", "fname"))
        ? "(SELECT group_concat(f.fname, ', ') FROM file_tbl f WHERE f.msg_id = m.msg_id)"
        : "NULL";
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    var names = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      while (rows.next()) names.add(rows.getString(2));
    }
    return names;
  }
}
