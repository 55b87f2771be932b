package org.haas.it.proof;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.haas.it.Running;
import org.postgresql.PGConnection;

/** The database of the running HaaS, behind its back. */
public final class Records implements AutoCloseable {
  private static final int PORT_LINE = 3;

  private final Connection connection;

  private Records(Connection connection) {
    this.connection = connection;
  }

  /** Logs in with what the state folder and the environment of {@code ./run} know. */
  public static Records open() {
    return new Records(connection());
  }

  /** A connection of the application's own role; closing it is the caller's. */
  public static Connection connection() {
    String url = url();
    String user = variable("HAAS_DB_USER").orElse("haas");
    String password = variable("HAAS_DB_PASSWORD").orElseGet(() -> secret("database"));
    try {
      return DriverManager.getConnection(url, user, password);
    } catch (SQLException refused) {
      throw new IllegalStateException("The database " + url + " lets nobody in.", refused);
    }
  }

  /** Where the database is. */
  static String url() {
    return variable("HAAS_DB_URL")
        .orElseGet(() -> "jdbc:postgresql://127.0.0.1:%s/haas".formatted(port()));
  }

  /** A secret of {@code ./run}: what its parts prove themselves to one another with. */
  public static String secret(String name) {
    Path file = Running.state().resolve("secrets.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties secrets = new Properties();
      secrets.load(reader);
      return secrets.getProperty(name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String port() {
    Path file = Running.state().resolve("postgres/data/postmaster.pid");
    try {
      return Files.readAllLines(file).get(PORT_LINE).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("No database runs here: " + file, unreadable);
    }
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }

  /** The rows of a query, each with its columns as text; null is an empty text. */
  public List<List<String>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(Optional.ofNullable(found.getString(column)).orElse(""));
        }
        rows.add(List.copyOf(row));
      }
      return rows;
    } catch (SQLException wrong) {
      throw new IllegalStateException(sql, wrong);
    }
  }

  /** From now on nothing is committed but by {@link #commit}. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Commits what was changed since {@link #begin}. */
  void commit() throws SQLException {
    connection.commit();
  }

  /** Changes something. */
  public int change(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** Waits until HaaS announces a change of anything, but no longer than that. */
  void awaitChange(Duration longest) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen haas_changes");
      PGConnection listening = connection.unwrap(PGConnection.class);
      listening.getNotifications((int) longest.toMillis());
    } catch (SQLException broken) {
      throw new IllegalStateException("The database hung up.", broken);
    }
  }

  /** Changes rows. */
  public void update(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException wrong) {
      throw new IllegalStateException(sql, wrong);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException unfinished) {
      throw new IllegalStateException(unfinished);
    }
  }
}
