package paloma.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a database to the newest form: numbered SQL files, each in one transaction, counted by
 * {@code user_version}. A database of a newer Paloma is refused; before an existing one is changed
 * a copy goes to the backups.
 */
final class Migrations {
  private static final String[] STEPS = {
    "001-logs.sql",
    "002-transfers.sql",
    "003-verbs.sql",
    "004-search.sql",
    "005-groups.sql",
    "006-history.sql",
    "007-mail.sql",
    "008-presence.sql",
    "009-announcements.sql"
  };

  private Migrations() {}

  /** Whether this Paloma can use a database. */
  static boolean known(Connection connection) throws SQLException {
    int version = version(connection);
    return version >= 1 && version <= STEPS.length;
  }

  /** Whether a newer Paloma has made it. */
  static boolean newer(Connection connection) throws SQLException {
    return version(connection) > STEPS.length;
  }

  static void run(Connection connection, Backups backups, Instant now)
      throws SQLException, IOException {
    int version = version(connection);
    if (version > STEPS.length) {
      throw new IOException("made by a newer Paloma (form " + version + ")");
    }
    if (version > 0 && version < STEPS.length) backups.beforeMigration(connection, version, now);
    steps(connection, version, STEPS.length);
  }

  /** Does the steps from one form to another. */
  static void steps(Connection connection, int from, int to) throws SQLException, IOException {
    for (int step = from; step < to; step++) {
      connection.setAutoCommit(false);
      try {
        for (var sql : statements(script(STEPS[step]))) execute(connection, sql);
        execute(connection, "PRAGMA user_version = " + (step + 1));
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /**
   * Comments may hold anything; a statement ends with a semicolon at the end of a line, unless it
   * is one inside a trigger: those are indented.
   */
  private static List<String> statements(String script) {
    var code = script.replaceAll("(?m)^--.*$", "");
    return Arrays.stream(code.split(";\\h*\n(?! |END)")).filter(sql -> !sql.isBlank()).toList();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static String script(String name) throws IOException {
    try (var in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException("missing " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
