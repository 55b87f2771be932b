package org.haas.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.DriftReport.PortDrift;

/**
 * Finds the ports that are not as wanted, in one statement: all of them for administrators, for
 * others those behind machines that their projects hold, without what only administrators know.
 */
@ApplicationScoped
class DriftSearch {
  private static final String PORTS =
      """
      select s.label, p.name, p.last_read, p.difference, p.differs_since, v.label, c.label, h.label,
        (select string_agg(w.label, ' ' order by w.label) from attachment a
          join network w on w.id = a.network_id
          where a.nic_id = c.id and a.state <> 'DETACHING'), p.role
      from port p join switch s on s.id = p.switch_id
        left join nic c on c.port_id = p.id left join node v on v.id = c.node_id
        left join project h on h.id = v.project_id
      where p.difference is not null and
      """;

  @Inject private Access access;
  @Inject private Tables tables;

  List<PortDrift> ports() {
    boolean admin = access.isAdmin();
    return tables.rows(
        new Sql(PORTS).add(access.mayUse("v.project_id")).add("order by s.label, p.id"),
        row -> drift(row, admin));
  }

  private static PortDrift drift(Row row, boolean admin) throws SQLException {
    Optional<Label> node = row.optional(6).map(Label::new);
    Optional<Label> nic = row.optional(7).map(Label::new);
    return new PortDrift(
        Optional.of(row.text(1)).filter(name -> admin).map(Label::new),
        Optional.of(row.text(2)).filter(name -> admin).map(PortName::new),
        PortRole.valueOf(row.text(10)),
        node,
        nic,
        row.optional(8).map(Label::new),
        row.words(9).stream().map(Label::new).toList(),
        row.optional(3).filter(read -> admin),
        admin ? row.text(4) : told(node.orElseThrow(), nic.orElseThrow()),
        row.moment(5).orElseThrow());
  }

  /** What may be there instead is the network of somebody else. */
  private static String told(Label node, Label nic) {
    return ("the port behind NIC %s of node %s does not carry exactly the networks that it is"
            + " connected to; an administrator sees the difference")
        .formatted(nic, node);
  }
}
