package org.haas.cli.hil;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.haas.cli.hil.Table.Row;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** Reads HIL's tables, all as of one moment, and writes nothing. */
final class HilDatabase {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final Set<String> NEEDED =
      Set.of("project", "node", "nic", "network", "network_attachment", "switch", "port");

  /** Each switch type has a table of its own, whose rows are parts of rows of {@code switch}. */
  private static final String TYPES =
      "select c.relname from pg_constraint k join pg_class c on c.oid = k.conrelid"
          + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]"
          + " where k.contype = 'f' and k.confrelid = 'switch'::regclass and a.attname = 'id'";

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = any"
          + " (current_schemas(false))";

  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, Row> types = new HashMap<>();

  private HilDatabase() {}

  /**
   * Reads it.
   *
   * @param url such as {@code jdbc:postgresql://host/hil}
   * @throws Failure UNREACHABLE; USAGE it lets nobody in, or is no database of HIL
   */
  static Hil read(String url, Optional<String> user, Optional<String> password) {
    if (!url.startsWith(PREFIX)) {
      throw Failure.usage("--database is such as jdbc:postgresql://HOST/DATABASE.");
    }
    Properties login = new Properties();
    user.ifPresent(name -> login.setProperty("user", name));
    password.ifPresent(secret -> login.setProperty("password", secret));
    HilDatabase database = new HilDatabase();
    try (Connection connection = DriverManager.getConnection(url, login)) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      database.readAll(connection);
      connection.rollback();
    } catch (SQLException failed) {
      boolean gone = String.valueOf(failed.getSQLState()).startsWith("08");
      throw new Failure(
          gone ? ExitCode.UNREACHABLE : ExitCode.USAGE,
          "HIL's database cannot be read: " + failed.getMessage(),
          failed);
    }
    return new HilTables(database.tables, database.types).hil();
  }

  private void readAll(Connection connection) throws SQLException {
    Set<String> there = new HashSet<>(names(connection, TABLES));
    for (String needed : NEEDED) {
      if (!there.contains(needed)) {
        throw Failure.usage("This is no database of HIL: it has no table %s.".formatted(needed));
      }
    }
    for (String name : HilTables.ALL) {
      tables.put(
          name, there.contains(name) ? Table.read(connection, name) : new Table(name, List.of()));
    }
    for (String type : names(connection, TYPES)) {
      Table.read(connection, type).rows().forEach(row -> types.put(row.text("id"), row));
    }
  }

  private static List<String> names(Connection connection, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    }
    return names;
  }
}
