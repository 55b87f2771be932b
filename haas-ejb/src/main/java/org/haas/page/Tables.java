package org.haas.page;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The database by SQL, past the entities: for what is shown often, where one statement gives all of
 * it, and for changes that no entity knows. In the transaction of the caller if there is one, on
 * the connection that the entities have there: the pool would lend a second one to the same
 * transaction, and as many transactions as it has connections would wait for one another.
 */
@ApplicationScoped
public class Tables {
  @Resource(lookup = "jdbc/haas")
  private DataSource source;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @PersistenceContext private EntityManager entities;

  /** What is done with a statement. */
  @FunctionalInterface
  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /** What a row becomes. */
  @FunctionalInterface
  public interface Form<T> {
    /** Reads the row. */
    T of(Row row) throws SQLException;
  }

  /** All rows of the query, in order. */
  public <T> List<T> rows(Sql query, Form<T> form) {
    return run(
        query,
        statement -> {
          try (ResultSet found = statement.executeQuery()) {
            Row row = new Row(found);
            List<T> rows = new ArrayList<>();
            while (found.next()) {
              rows.add(form.of(row));
            }
            return rows;
          }
        });
  }

  /** Changes rows, in the transaction of the caller; answers how many. */
  public int change(Sql change) {
    return run(change, PreparedStatement::executeUpdate);
  }

  private <T> T run(Sql sql, Work<T> work) {
    try {
      if (transactions.getTransactionKey() != null) {
        return run(entities.unwrap(Connection.class), sql, work);
      }
      try (Connection connection = source.getConnection()) {
        return run(connection, sql, work);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static <T> T run(Connection connection, Sql sql, Work<T> work) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql)) {
      return work.with(statement);
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
