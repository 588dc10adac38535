package paloma.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.MessageId;
import paloma.model.Problem;
import paloma.model.Transfer;

/** Transfers: one row for each offer and person. */
public final class TransferStore {
  private static final String SELECT =
      "SELECT t.offer, peer, conversation, direction, state, names, folder, files, bytes, done,"
          + " problem, kind, details, path, target"
          + " FROM transfer t JOIN offer o ON o.offer = t.offer WHERE ";

  private final Database database;
  private final OfferStore offers;
  private final ChunkStore chunks;

  public TransferStore(Database database) {
    this.database = database;
    offers = new OfferStore(database);
    chunks = new ChunkStore(database);
  }

  public OfferStore offers() {
    return offers;
  }

  public ChunkStore chunks() {
    return chunks;
  }

  /**
   * A transfer, and the folder that the person chose for it.
   *
   * @param target null for what goes out or was not accepted
   */
  public record Row(Transfer transfer, Path target) {}

  /** Adds transfers of one offer that is already there; known ones stay as they are. */
  public void add(List<Transfer> transfers, long begunMillis) {
    database.write(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  "INSERT OR IGNORE INTO transfer"
                      + " VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, NULL, ?, NULL, ?)")) {
            for (var transfer : transfers) {
              insert.setBytes(1, transfer.offer().bytes());
              insert.setBytes(2, transfer.peer().bytes());
              insert.setBytes(3, transfer.conversation().bytes());
              insert.setString(4, transfer.direction().name());
              insert.setString(5, transfer.state().name());
              insert.setLong(6, transfer.done());
              insert.setString(7, text(transfer.path()));
              insert.setLong(8, begunMillis);
              insert.executeUpdate();
            }
            return null;
          }
        });
  }

  /** Writes what can change of a transfer. */
  public void update(Row row) {
    database.write(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "UPDATE transfer SET state = ?, done = ?, problem = ?, kind = ?, details = ?,"
                      + " path = ?, target = ? WHERE offer = ? AND peer = ?")) {
            var transfer = row.transfer();
            update.setString(1, transfer.state().name());
            update.setLong(2, transfer.done());
            problem(update, transfer.problem());
            update.setString(6, text(transfer.path()));
            update.setString(7, text(row.target()));
            update.setBytes(8, transfer.offer().bytes());
            update.setBytes(9, transfer.peer().bytes());
            return update.executeUpdate();
          }
        });
  }

  private static void problem(PreparedStatement update, Problem problem) throws SQLException {
    update.setString(3, problem == null ? null : problem.code());
    update.setString(4, problem == null ? null : problem.kind().name());
    update.setBytes(5, problem == null ? null : Texts.encode(problem.details()));
  }

  private static String text(Path path) {
    return path == null ? null : path.toString();
  }

  /** All that goes on, or all that ended; newest first. */
  public List<Row> list(boolean ended) {
    return select(
        (ended ? "" : "NOT ")
            + "state IN ('FINISHED', 'FAILED', 'DECLINED', 'CANCELLED')"
            + " ORDER BY begun DESC, t.rowid DESC",
        _ -> {});
  }

  public List<Row> of(MessageId offer) {
    return select("t.offer = ? ORDER BY t.rowid", s -> s.setBytes(1, offer.bytes()));
  }

  public Optional<Row> find(MessageId offer, DeviceId peer) {
    return select(
            "t.offer = ? AND peer = ?",
            s -> {
              s.setBytes(1, offer.bytes());
              s.setBytes(2, peer.bytes());
            })
        .stream()
        .findFirst();
  }

  @FunctionalInterface
  private interface Arguments {
    void set(PreparedStatement statement) throws SQLException;
  }

  private List<Row> select(String where, Arguments arguments) {
    return database.read(
        connection -> {
          try (var select = connection.prepareStatement(SELECT + where)) {
            arguments.set(select);
            try (var row = select.executeQuery()) {
              var rows = new ArrayList<Row>();
              while (row.next()) rows.add(row(row));
              return rows;
            }
          }
        });
  }

  private static Row row(ResultSet row) throws SQLException {
    var code = row.getString(11);
    var path = row.getString(14);
    var target = row.getString(15);
    var transfer =
        new Transfer(
            MessageId.of(row.getBytes(1)),
            ConversationId.of(row.getBytes(3)),
            DeviceId.of(row.getBytes(2)),
            Transfer.Direction.valueOf(row.getString(4)),
            Transfer.State.valueOf(row.getString(5)),
            Texts.decode(row.getBytes(6)),
            row.getBoolean(7),
            row.getInt(8),
            row.getLong(9),
            row.getLong(10),
            0,
            code == null
                ? null
                : new Problem(
                    code,
                    Problem.Kind.valueOf(row.getString(12)),
                    Texts.decode(row.getBytes(13))),
            path == null ? null : Path.of(path));
    return new Row(transfer, target == null ? null : Path.of(target));
  }
}
