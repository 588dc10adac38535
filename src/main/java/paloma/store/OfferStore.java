package paloma.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.MessageId;

/** What was offered: summaries, manifests, and where the files of our own offers lie. */
public final class OfferStore {
  private final Database database;

  public OfferStore(Database database) {
    this.database = database;
  }

  /**
   * An offer.
   *
   * @param roots where the top entries lie; empty for an incoming offer
   */
  public record Row(
      MessageId offer, DeviceId offerer, Manifest.Summary summary, List<Path> roots) {}

  /** Remembers an offer; one that is known stays as it is. */
  public void add(Row row, byte[] manifestOrNull) {
    database.write(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT OR IGNORE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            var summary = row.summary();
            insert.setBytes(1, row.offer().bytes());
            insert.setBytes(2, row.offerer().bytes());
            insert.setBytes(3, Texts.encode(summary.names()));
            insert.setBoolean(4, summary.folder());
            insert.setInt(5, summary.files());
            insert.setLong(6, summary.bytes());
            insert.setBytes(7, summary.manifest().bytes());
            insert.setInt(8, summary.manifestBytes());
            insert.setBytes(9, manifestOrNull);
            insert.setBytes(10, Texts.encode(row.roots().stream().map(Path::toString).toList()));
            return insert.executeUpdate();
          }
        });
  }

  public Optional<Row> find(MessageId offer) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT offer, offerer, names, folder, files, bytes, manifest_hash,"
                      + " manifest_bytes, roots FROM offer WHERE offer = ?")) {
            select.setBytes(1, offer.bytes());
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.of(row(row)) : Optional.empty();
            }
          }
        });
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        MessageId.of(row.getBytes(1)),
        DeviceId.of(row.getBytes(2)),
        new Manifest.Summary(
            Texts.decode(row.getBytes(3)),
            row.getBoolean(4),
            row.getInt(5),
            row.getLong(6),
            Hash.of(row.getBytes(7)),
            row.getInt(8)),
        Texts.decode(row.getBytes(9)).stream().map(Path::of).toList());
  }

  /** The encoded manifest, when it is known whole. */
  public Optional<byte[]> manifest(MessageId offer) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement("SELECT manifest FROM offer WHERE offer = ?")) {
            select.setBytes(1, offer.bytes());
            try (var row = select.executeQuery()) {
              return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
          }
        });
  }

  public void keepManifest(MessageId offer, byte[] manifest) {
    database.write(
        connection -> {
          try (var update =
              connection.prepareStatement("UPDATE offer SET manifest = ? WHERE offer = ?")) {
            update.setBytes(1, manifest);
            update.setBytes(2, offer.bytes());
            return update.executeUpdate();
          }
        });
  }

  /** Drops what only a running transfer needs: journal, hashes, and the manifest itself. */
  public void strip(MessageId offer) {
    database.write(
        connection -> {
          for (var sql :
              List.of(
                  "DELETE FROM journal WHERE offer = ?",
                  "DELETE FROM page WHERE offer = ?",
                  "UPDATE offer SET manifest = NULL WHERE offer = ?")) {
            try (var statement = connection.prepareStatement(sql)) {
              statement.setBytes(1, offer.bytes());
              statement.executeUpdate();
            }
          }
          return null;
        });
  }
}
