package org.haas.page;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The database by SQL, past the entities: for what is shown often, where one statement gives all of
 * it, and for changes that no entity knows. In the transaction of the caller if there is one.
 */
@ApplicationScoped
public class Tables {
  @Resource(lookup = "jdbc/haas")
  private DataSource source;

  /** What a row becomes. */
  @FunctionalInterface
  public interface Form<T> {
    /** Reads the row. */
    T of(Row row) throws SQLException;
  }

  /** All rows of the query, in order. */
  public <T> List<T> rows(Sql query, Form<T> form) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, query)) {
      try (ResultSet found = statement.executeQuery()) {
        Row row = new Row(found);
        List<T> rows = new ArrayList<>();
        while (found.next()) {
          rows.add(form.of(row));
        }
        return rows;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Changes rows, in the transaction of the caller; answers how many. */
  public int change(Sql change) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, change)) {
      return statement.executeUpdate();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static PreparedStatement prepared(Connection connection, Sql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    List<Object> values = sql.values();
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  /** The only number that the query answers. */
  public long number(Sql query) {
    return rows(query, row -> row.number(1)).get(0);
  }
}
