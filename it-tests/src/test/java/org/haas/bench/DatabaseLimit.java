package org.haas.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.haas.it.proof.Records;

/**
 * What the database itself does in a second, asked by prepared statements without any application
 * between: the least that the same transaction has to do.
 */
final class DatabaseLimit implements Load.Client {
  private static final String AUDIT =
      "insert into audit_event (actor, subject, origin, action, project, target, detail)"
          + " values ('bench', 'bench', '', ?, ?, ?, 'bench')";
  private static final String TELL = "select pg_notify('haas_changes', ?)";

  private final Connection connection;
  private final List<Transaction> transactions;

  /** The statements of one transaction, each with its parameters. */
  record Transaction(List<Step> steps) {}

  record Step(String sql, List<String> parameters) {
    Step(String sql, String... parameters) {
      this(sql, List.of(parameters));
    }
  }

  DatabaseLimit(List<Transaction> transactions) {
    this.transactions = transactions;
    try {
      connection = Records.connection();
      connection.setAutoCommit(false);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** A node taken for the project and given back, with the audit trail and the word to others. */
  static DatabaseLimit reserveAndRelease(String node) {
    return new DatabaseLimit(
        List.of(
            new Transaction(
                List.of(
                    new Step("select id, state from node where label = ? for update", node),
                    new Step(
                        "update node set state = 'RESERVED', tenure = gen_random_uuid(),"
                            + " project_id = (select id from project where label = ?),"
                            + " version = version + 1 where label = ?",
                        Seed.PROJECT,
                        node),
                    new Step(TELL, "NODE|" + node + "|" + node + "|"),
                    new Step(AUDIT, "node.reserve", Seed.PROJECT, node))),
            new Transaction(
                List.of(
                    new Step("select id, state from node where label = ? for update", node),
                    new Step(
                        "update node set state = 'FREE', tenure = gen_random_uuid(),"
                            + " project_id = null, version = version + 1 where label = ?",
                        node),
                    new Step(TELL, "NODE|" + node + "|" + node + "|"),
                    new Step(AUDIT, "node.release", Seed.PROJECT, node)))));
  }

  /** A network made, with a VLAN of the pool, and deleted. */
  static DatabaseLimit createAndDelete(String network) {
    return new DatabaseLimit(
        List.of(
            new Transaction(
                List.of(
                    new Step(
                        "with taken as (update vlan set state = 'USED' where id = (select v.id from"
                            + " vlan v where v.in_pool and v.state = 'FREE' order by v.freed_at"
                            + " nulls first, v.id limit 1 for update skip locked) returning id)"
                            + " insert into network (label, owner_id, vlan, visibility) select ?,"
                            + " p.id, t.id, 'SHARED' from project p, taken t where p.label = ?",
                        network,
                        Seed.PROJECT),
                    new Step(
                        "insert into network_grant select n.id, n.owner_id from network n"
                            + " where n.label = ?",
                        network),
                    new Step(TELL, "NETWORK|" + network + "||"),
                    new Step(AUDIT, "network.create", Seed.PROJECT, network))),
            new Transaction(
                List.of(
                    new Step("select id from network where label = ? for update", network),
                    new Step(
                        "with gone as (delete from network where label = ? returning vlan)"
                            + " update vlan set state = 'FREE', freed_at = clock_timestamp()"
                            + " where id in (select vlan from gone)",
                        network),
                    new Step(TELL, "NETWORK|" + network + "||"),
                    new Step(AUDIT, "network.delete", Seed.PROJECT, network)))));
  }

  /** A query alone. */
  static DatabaseLimit query(String sql) {
    return new DatabaseLimit(List.of(new Transaction(List.of(new Step(sql)))));
  }

  @Override
  public void once() {
    try {
      for (Transaction transaction : transactions) {
        for (Step step : transaction.steps()) {
          run(step);
        }
        connection.commit();
      }
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private void run(Step step) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
      for (int i = 0; i < step.parameters().size(); i++) {
        statement.setString(i + 1, step.parameters().get(i));
      }
      statement.execute();
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
