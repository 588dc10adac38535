package paloma.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes logs and databases as IP Messenger does. */
public final class IpmsgSamples {
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

  private IpmsgSamples() {}

  /**
   * One block of the text log.
   *
   * @param head such as {@code From: Tanaka (PC7/192.168.0.7)}
   * @param extra what stands between time and text, such as names of files; may be empty
   */
  public static String block(String head, Instant at, ZoneId zone, String extra, String text) {
    return "=====================================\r\n"
        + head.lines().map(line -> " " + line + "\r\n").reduce("", String::concat)
        + "  at "
        + CTIME.format(at.atZone(zone))
        + " "
        + (extra.isEmpty() ? "" : "\r\n  " + extra)
        + "\r\n-------------------------------------\r\n"
        + text.replace("\n", "\r\n")
        + "\r\n\r\n";
  }

  /** A message of the database; the time is seconds of the epoch. */
  public record Row(long seconds, int counter, long flags, String nick, String host, String body) {}

  /** A database with these messages, and a row that holds nothing. */
  public static void database(Path file, List<Row> rows) throws SQLException, IOException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "create table msg_tbl (msg_id integer primary key, flags integer, body text)");
        statement.execute(
            "create table host_tbl (host_id integer primary key, uid text, nick text, host text)");
        statement.execute(
            "create table msghost_tbl (msg_id integer, host_id integer, idx integer)");
        statement.execute("create table file_tbl (msg_id integer, fname text)");
        statement.execute("insert into msg_tbl values (77, 1, null)");
      }
      int host = 0;
      for (var row : rows) {
        host++;
        long id = row.seconds << 26 | row.counter;
        try (var insert = connection.prepareStatement("insert into msg_tbl values (?, ?, ?)")) {
          insert.setLong(1, id);
          insert.setLong(2, row.flags);
          insert.setString(3, row.body);
          insert.execute();
        }
        try (var insert = connection.prepareStatement("insert into host_tbl values (?, ?, ?, ?)")) {
          insert.setInt(1, host);
          insert.setString(2, "uid" + host);
          insert.setString(3, row.nick);
          insert.setString(4, row.host);
          insert.execute();
        }
        try (var insert = connection.prepareStatement("insert into msghost_tbl values (?, ?, 0)")) {
          insert.setLong(1, id);
          insert.setInt(2, host);
          insert.execute();
        }
      }
    }
  }
}
