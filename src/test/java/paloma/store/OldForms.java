package paloma.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Databases as older versions of Paloma left them. */
public final class OldForms {
  private OldForms() {}

  /** Writes what a database holds into a new file of an older form, as far as that knows it. */
  public static void write(Path database, Path old, int form) throws IOException, SQLException {
    try (var connection = Connections.open(old)) {
      Migrations.steps(connection, 0, form);
      var tx = new Tx(connection);
      tx.update("ATTACH ? AS newer", database.toString());
      var tables =
          "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
      var columns = "SELECT group_concat(name) FROM pragma_table_info(?, 'main')";
      for (var table : tx.list(tables, row -> row.getString(1))) {
        var names = tx.list(columns, row -> row.getString(1), table).getFirst();
        tx.update(
            "INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM newer.%1$s".formatted(table, names));
      }
    }
  }
}
