package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/** Finds what is connected, as it is shown: one statement, however much. */
@ApplicationScoped
class AttachmentSearch {
  private static final String SHOWN =
      """
      select v.label, c.label, n.label, a.channel, a.state, p.label from attachment a
        join nic c on c.id = a.nic_id join node v on v.id = c.node_id
        join network n on n.id = a.network_id join project p on p.id = a.project_id
      """;
  private static final String IN_ORDER = "order by v.label, c.label, a.id";

  @Inject private Access access;
  @Inject private Tables tables;

  /** Of these nodes, as far as the caller may see it. */
  List<AttachmentView> ofNodes(Collection<Label> nodes) {
    String[] names = nodes.stream().map(Label::value).toArray(String[]::new);
    return find(new Sql(SHOWN).add("where v.label = any (?)", (Object) names).add(visible()));
  }

  /** On this network, as far as the caller may see it. */
  List<AttachmentView> visibleOf(Label network) {
    return find(new Sql(SHOWN).add("where n.label = ?", network.value()).add(visible()));
  }

  /** On this network: all, or what is of this project. */
  List<AttachmentView> of(Label network, Optional<Label> project) {
    Sql query = new Sql(SHOWN).add("where n.label = ?", network.value());
    project.ifPresent(label -> query.add("and p.label = ?", label.value()));
    return find(query);
  }

  private List<AttachmentView> find(Sql query) {
    return tables.rows(query.add(IN_ORDER), AttachmentSearch::view);
  }

  private Sql visible() {
    return access.isAdmin()
        ? new Sql("")
        : new Sql("and a.project_id in (").add(access.ownProjects()).add(")");
  }

  private static AttachmentView view(Row row) throws SQLException {
    return new AttachmentView(
        new Label(row.text(1)),
        new Label(row.text(2)),
        new Label(row.text(3)),
        Channel.parse(row.text(4)),
        AttachmentState.valueOf(row.text(5)),
        new Label(row.text(6)));
  }
}
