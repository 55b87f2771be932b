package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * What is recorded of nodes, inside the transactions of the boundaries. No part of the entity: who
 * reserves a machine need not read what it is made of.
 */
@ApplicationScoped
class MetadataStore {
  @Inject private Tables tables;

  /**
   * Records facts in place of those of the same names, by one statement.
   *
   * @param facts JSON texts by their names
   * @return the names of those that were not so before
   */
  List<String> record(Node node, Map<String, String> facts) {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<String> names = List.copyOf(facts.keySet());
    Sql written =
        new Sql(
            "insert into node_metadata as known (node_id, label, value) select ?, f.label, f.value"
                + " from unnest(?::text[], ?::text[]) f (label, value)"
                + " on conflict (node_id, label) do update set value = excluded.value"
                + " where known.value <> excluded.value returning label",
            node.id(),
            array(names),
            array(names.stream().map(facts::get).toList()));
    return tables.rows(written, row -> row.text(1));
  }

  /** Forgets a fact; false when there is none of that name. */
  boolean forget(Node node, Label name) {
    return tables.change(
            new Sql(
                "delete from node_metadata where node_id = ? and label = ?",
                node.id(),
                name.value()))
        == 1;
  }

  /** One value for a question mark, not many. */
  private static Object array(Collection<String> texts) {
    return texts.toArray(String[]::new);
  }
}
