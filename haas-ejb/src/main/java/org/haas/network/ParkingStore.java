package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import org.haas.node.Node;
import org.haas.operation.Journal;
import org.haas.operation.Operation;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.switches.Port;
import org.haas.switches.SwitchOperation;

/**
 * Whether the ports behind a machine that its project gave back were read to carry nothing. All in
 * the transaction of who asks.
 */
@ApplicationScoped
public class ParkingStore {
  /**
   * SQL: there is a port behind the node {@code n} that was read to carry something. One of which
   * no reading is known never had a network: an attachment goes only when its port was read without
   * it, and while there is one the node is not given back.
   */
  public static final String UNPROVEN =
      "exists (select 1 from nic c join port p on p.id = c.port_id where c.node_id = n.id"
          + " and (p.last_read <> 'parked' or p.difference is not null))";

  private static final String ITSELF = "haas";

  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** How many ports are behind the node. */
  @Transactional(TxType.MANDATORY)
  public long ports(Node node) {
    return tables.number(new Sql("select count(port_id) from nic where node_id = ?", node.id()));
  }

  /** Whether there is a port behind the node that was read to carry something. */
  @Transactional(TxType.MANDATORY)
  public boolean isUnproven(Node node) {
    return isTrue(new Sql("select " + UNPROVEN + " from node n where n.id = ?", node.id()));
  }

  /**
   * The NICs of the node whose ports were not read as parked since that operation was asked for;
   * each is asked to be read, unless that was done already.
   */
  @Transactional(TxType.MANDATORY)
  public List<Label> unread(Node node, Operation since) {
    Sql unread =
        new Sql("select c.label, p.id, exists (select 1 from operation o where o.port_id = p.id")
            .add("and o.id > ? and o.state in ('PENDING', 'RUNNING'))", since.id())
            .add("from nic c join port p on p.id = c.port_id where c.node_id = ?", node.id())
            .add("and (p.last_read is distinct from 'parked' or not exists (select 1")
            .add("from operation o where o.port_id = p.id and o.state = 'DONE'")
            .add("and o.id > ?)) order by p.id", since.id());
    List<Unread> found =
        tables.rows(unread, row -> new Unread(new Label(row.text(1)), row.number(2), row.flag(3)));
    found.stream().filter(port -> !port.asked()).forEach(this::ask);
    return found.stream().map(Unread::nic).toList();
  }

  private record Unread(Label nic, long port, boolean asked) {}

  private void ask(Unread unread) {
    Port port = database.find(Port.class, unread.port());
    journal.enqueue(SwitchOperation.read(port, ITSELF, clock.instant()));
  }

  private boolean isTrue(Sql question) {
    return tables.rows(question, row -> row.flag(1)).contains(true);
  }
}
