package dev.bagu.interview;

import dev.bagu.BaguException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file and its statements. Not thread-safe; another process that holds the file is
 * waited for.
 *
 * <p>The rollback journal with {@code synchronous=EXTRA} makes a transaction durable when it
 * returns, and leaves one file alone to copy or back up between transactions.
 */
final class Database implements AutoCloseable {
  /** How long another process may hold the file, in milliseconds. */
  private static final int PATIENCE = 5_000;

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Reads one value out of the row that a result stands on. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Opens or creates a file.
   *
   * @throws BaguException when it is no database or cannot be opened
   */
  static Database open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(PATIENCE);
    // What is forgotten is overwritten with zeros, not only unlinked.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    try {
      Database database =
          new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
      // The driver's configuration knows no EXTRA.
      database.update("PRAGMA synchronous = EXTRA");
      return database;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** Where it lies. */
  Path file() {
    return file;
  }

  /** Runs a statement that changes something; gives the number of rows. */
  int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** The rows of a query, in its order. */
  <T> List<T> list(String sql, Row<T> row, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row.read(result));
      }
      return rows;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /** The first row of a query. */
  <T> Optional<T> first(String sql, Row<T> row, Object... values) {
    return list(sql, row, values).stream().findFirst();
  }

  /**
   * Does all of it or nothing. The lock is taken at once, so that a second writer waits instead of
   * failing half way.
   */
  void transaction(Runnable work) {
    update("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      update("COMMIT");
      done = true;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
      statement.executeUpdate();
    } catch (SQLException e) {
      // The failure that led here is the one to tell; closing the file rolls back as well.
      return;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static BaguException failure(Path file, SQLException e) {
    String advice = "the records cannot be read or written: " + e.getMessage();
    if (e instanceof SQLiteException known) {
      SQLiteErrorCode code = known.getResultCode();
      if (code == SQLiteErrorCode.SQLITE_NOTADB || code.name().startsWith("SQLITE_CORRUPT")) {
        advice =
            "is damaged and was left as it is; move it away, and bring back a copy or an export";
      } else if (code.name().startsWith("SQLITE_BUSY")) {
        advice = "is in use by another bagu; end that one first";
      } else if (code == SQLiteErrorCode.SQLITE_FULL) {
        advice = "cannot grow: the disk is full; nothing that was saved is lost";
      }
    }
    return new BaguException(file + " " + advice, e);
  }
}
