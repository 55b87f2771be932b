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
 * Reads what is only shown, and shown often, by SQL: one statement gives all of it, as rows instead
 * of entities. In the transaction of the caller if there is one.
 */
@ApplicationScoped
public class Reading {
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
        PreparedStatement statement = connection.prepareStatement(query.text())) {
      List<Object> values = query.values();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
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

  /** The only number that the query answers. */
  public long number(Sql query) {
    return rows(query, row -> row.number(1)).get(0);
  }
}
