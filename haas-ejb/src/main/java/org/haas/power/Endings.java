package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.node.Node;
import org.haas.node.TenureEnd;
import org.haas.page.Sql;
import org.haas.page.Tables;

/** All that has to end with a tenure, whoever it is that says so. */
@ApplicationScoped
class Endings {
  @Inject private Tables tables;
  @Inject @Any private Instance<TenureEnd> ends;

  /** What goes on in the node's tenure and has not ended; its row is locked. */
  Optional<String> awaited(Node node) {
    return ends.stream().filter(end -> isAwaited(end, node)).map(TenureEnd::reason).findFirst();
  }

  private boolean isAwaited(TenureEnd end, Node node) {
    Sql question = new Sql("select").add(end.goesOn()).add("from node n where n.id = ?", node.id());
    return tables.rows(question, row -> row.flag(1)).contains(true);
  }

  /** A condition in SQL over the node {@code n}: something of its tenure has not ended. */
  String condition() {
    return ends.stream().map(TenureEnd::goesOn).collect(Collectors.joining(" or "));
  }
}
