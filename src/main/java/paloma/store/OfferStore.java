package paloma.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.Manifest;
import paloma.model.MessageId;

/** What was offered: summaries, manifests, and where the files of our own offers lie. */
public final class OfferStore {
  private static final Tx.Row<Row> ROW =
      row ->
          new Row(
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

  /** Remembers an offer, with its manifest if that is known; a known offer stays as it is. */
  public void add(Row row, Optional<byte[]> manifest) {
    database.write(tx -> insert(tx, row, manifest.orElse(null)));
  }

  private static int insert(Tx tx, Row row, byte[] manifest) {
    var summary = row.summary();
    return tx.update(
        "INSERT OR IGNORE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.offer(),
        row.offerer(),
        Texts.encode(summary.names()),
        summary.folder(),
        summary.files(),
        summary.bytes(),
        summary.manifest(),
        summary.manifestBytes(),
        manifest,
        Texts.encode(row.roots().stream().map(Path::toString).toList()));
  }

  /** Remembers an offer as it is now, whatever was known of it. */
  public void restate(Row row, byte[] manifest) {
    database.write(tx -> {
      insert(tx, row, manifest);
      var summary = row.summary();
      return tx.update(
          "UPDATE offer SET offerer = ?, names = ?, folder = ?, files = ?, bytes = ?,"
              + " manifest_hash = ?, manifest_bytes = ?, manifest = ? WHERE offer = ?",
          row.offerer(),
          Texts.encode(summary.names()),
          summary.folder(),
          summary.files(),
          summary.bytes(),
          summary.manifest(),
          summary.manifestBytes(),
          manifest,
          row.offer());
    });
  }

  public Optional<Row> find(MessageId offer) {
    return database.read(tx ->
        tx.first(
            "SELECT offer, offerer, names, folder, files, bytes, manifest_hash,"
                + " manifest_bytes, roots FROM offer WHERE offer = ?",
            ROW,
            offer));
  }

  /** The encoded manifest, when it is known whole. */
  public Optional<byte[]> manifest(MessageId offer) {
    return database.read(tx ->
        tx.first("SELECT manifest FROM offer WHERE offer = ?", row -> row.getBytes(1), offer));
  }

  public void keepManifest(MessageId offer, byte[] manifest) {
    database.write(
        tx -> tx.update("UPDATE offer SET manifest = ? WHERE offer = ?", manifest, offer));
  }

  /** Drops what only a running transfer needs: journal, hashes, and the manifest itself. */
  public void strip(MessageId offer) {
    database.write(tx ->
        tx.update("DELETE FROM journal WHERE offer = ?", offer)
            + tx.update("DELETE FROM page WHERE offer = ?", offer)
            + tx.update("UPDATE offer SET manifest = NULL WHERE offer = ?", offer));
  }
}
