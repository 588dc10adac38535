package paloma.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a database to the newest form: numbered SQL files, each in one transaction, counted by
 * {@code user_version}. A database of a newer Paloma is refused; before each step of an existing
 * one a copy is kept beside it.
 */
final class Migrations {
  private static final String[] STEPS = {
    "001-logs.sql",
    "002-transfers.sql",
    "003-verbs.sql",
    "005-groups.sql",
    "007-mail.sql",
    "008-presence.sql"
  };

  private Migrations() {}

  static void run(Connection connection, Path file) throws SQLException, IOException {
    int version = version(connection);
    if (version > STEPS.length) {
      throw new IOException("made by a newer Paloma (form " + version + ")");
    }
    if (version > 0 && version < STEPS.length) keepCopy(connection, file, version);
    for (int step = version; step < STEPS.length; step++) {
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

  /** Comments may hold anything; a statement ends with a semicolon at the end of a line. */
  private static List<String> statements(String script) {
    var code = script.replaceAll("(?m)^--.*$", "");
    return Arrays.stream(code.split(";\\s*\n")).filter(sql -> !sql.isBlank()).toList();
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

  private static void keepCopy(Connection connection, Path file, int version)
      throws SQLException, IOException {
    var copy = file.resolveSibling(file.getFileName() + ".form" + version);
    java.nio.file.Files.deleteIfExists(copy);
    try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
  }

  private static String script(String name) throws IOException {
    try (var in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException("missing " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
