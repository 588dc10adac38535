package paloma.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import paloma.model.ConversationId;
import paloma.model.DeviceId;
import paloma.model.Hash;
import paloma.model.MessageId;

/**
 * A connection inside a transaction, as the stores use it: statements are prepared once and kept,
 * our ids are stored as their bytes. For one thread at a time. What SQLite refuses leaves as {@link
 * Failure}.
 */
public final class Tx {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  Tx(Connection connection) {
    this.connection = connection;
  }

  /** An SQLException on its way through rooms that do not know SQL. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(SQLException cause) {
      super(cause);
    }

    SQLException sql() {
      return (SQLException) getCause();
    }
  }

  /** One row as a value. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  /** Runs an INSERT, UPDATE or DELETE; how many rows it touched. */
  int update(String sql, Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> List<T> list(String sql, Row<T> row, Object... values) {
    try (var rows = bound(sql, values).executeQuery()) {
      var list = new ArrayList<T>();
      while (rows.next()) list.add(row.of(rows));
      return list;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... values) {
    try (var rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.ofNullable(row.of(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The number in the first column of the first row; 0 where there is none. */
  long number(String sql, Object... values) {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /** The driver gives up a statement that failed for some reasons: it is prepared again. */
  private Failure failed(String sql, SQLException e) {
    try (var failed = statements.remove(sql)) {
      return new Failure(e);
    } catch (SQLException again) {
      e.addSuppressed(again);
      return new Failure(e);
    }
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private static Object stored(Object value) {
    return switch (value) {
      case null -> null;
      case Hash hash -> hash.bytes();
      case DeviceId id -> id.bytes();
      case ConversationId id -> id.bytes();
      case MessageId id -> id.bytes();
      case Enum<?> constant -> constant.name();
      case Boolean truth -> truth ? 1 : 0;
      default -> value;
    };
  }
}
