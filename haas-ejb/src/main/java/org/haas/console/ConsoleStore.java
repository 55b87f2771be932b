package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haas.access.Caller;
import org.haas.access.Standings;
import org.haas.config.HaasConfig;
import org.haas.page.Sql;
import org.haas.page.Tables;

/**
 * Which instance has the connection to which console, until when, and for whom. A claim holds for
 * one tenure and is compared with the database's clock only. Each method is one statement, or one
 * for nodes and one for headnodes.
 */
@ApplicationScoped
class ConsoleStore {
  /** SQL: some instance has something of the tenure of the node {@code n}. */
  static final String OPEN =
      "exists (select 1 from console c where c.node_id = n.id and c.tenure = n.tenure"
          + " and c.holder is not null and c.claim_until > clock_timestamp())";

  /** SQL: the tenure goes on. Who is being released begins nothing. */
  private static final String GOES_ON = "n.tenure = ? and n.state <> 'RELEASING'";

  /** SQL: claims that hold. */
  private static final String OWNED =
      "from console c join node n on n.id = c.node_id and n.tenure = c.tenure"
          + " where n.state <> 'RELEASING' and c.holder is not null"
          + " and c.claim_until > clock_timestamp()";

  /**
   * SQL: what was read away at the end of the last tenure need not be again, unless somebody used
   * the machine or its console since.
   */
  private static final String STAYS_CLEAN =
      "clean_for = case when c.tenure = excluded.tenure then c.clean_for"
          + " when c.clean_after is not null and not exists (select 1 from operation o"
          + " where o.node_id = c.node_id and o.tenure <> excluded.tenure and o.id > c.clean_after)"
          + " then excluded.tenure end, clean_after = null";

  private final UUID instance = UUID.randomUUID();

  @Inject private Tables tables;
  @Inject private HaasConfig config;
  @Inject private HeadnodeClaims headnodes;

  /**
   * Which instance has a console.
   *
   * @param address where it is reached; empty: it is too old to be asked
   * @param millis the time, by the database's clock
   */
  record Owner(UUID instance, Optional<String> address, long millis) {}

  /**
   * Claims a console, if no other instance has it. Waits for who is changing the node's hands at
   * this moment, so that nothing begins in a tenure that ends.
   */
  boolean claim(Place place) {
    if (place.isHeadnode()) {
      return headnodes.claim(place, instance);
    }
    Sql claim =
        new Sql("with held as (select n.id from node n where n.id = ? and", place.id())
            .add(GOES_ON, place.tenure())
            .add("for share)")
            .add("insert into console as c (node_id, tenure, holder, claim_until, address)")
            .add("select id, ?, ?, clock_timestamp()", place.tenure(), instance)
            .add("+ ? * interval '1 millisecond'", config.queueClaim().toMillis())
            .add(", cast(? as text) from held", config.instanceUrl().toString())
            .add("on conflict (node_id) do update set tenure = excluded.tenure,")
            .add("holder = excluded.holder, claim_until = excluded.claim_until,")
            .add("address = excluded.address,")
            .add(STAYS_CLEAN)
            .add("where c.holder is null or c.holder = excluded.holder")
            .add("or c.claim_until < clock_timestamp() returning c.node_id");
    return !tables.rows(claim, row -> row.number(1)).isEmpty();
  }

  /** Extends all claims of this instance whose tenure goes on; the tenures of these. */
  Set<UUID> renew() {
    Sql renewal =
        new Sql("update console c set claim_until = clock_timestamp()")
            .add("+ ? * interval '1 millisecond'", config.queueClaim().toMillis())
            .add("from node n where n.id = c.node_id and n.tenure = c.tenure")
            .add("and n.state <> 'RELEASING' and c.holder = ?", instance)
            .add("and c.claim_until > clock_timestamp()")
            .add("and exists (select 1 from bmc b where b.node_id = c.node_id)")
            .add("returning cast(c.tenure as text)");
    Set<UUID> mine = headnodes.renew(instance);
    mine.addAll(tables.rows(renewal, row -> UUID.fromString(row.text(1))));
    return mine;
  }

  /** Who has it in this tenure; empty: nobody. */
  Optional<Owner> owner(Place place) {
    if (place.isHeadnode()) {
      return headnodes.owner(place);
    }
    Sql owner =
        new Sql("select cast(c.holder as text), c.address,")
            .add("cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
            .add(OWNED)
            .add("and c.node_id = ? and c.tenure = ?", place.id(), place.tenure());
    return tables
        .rows(owner, row -> new Owner(UUID.fromString(row.text(1)), row.optional(2), row.number(3)))
        .stream()
        .findFirst();
  }

  /** Who has which console, by its tenure. */
  Map<UUID, UUID> owners() {
    Map<UUID, UUID> owners = headnodes.owners();
    tables
        .rows(
            new Sql("select cast(c.tenure as text), cast(c.holder as text)").add(OWNED),
            row -> Map.entry(UUID.fromString(row.text(1)), UUID.fromString(row.text(2))))
        .forEach(each -> owners.put(each.getKey(), each.getValue()));
    return owners;
  }

  /** The time, by the database's clock. */
  long millis() {
    return tables.number(
        new Sql("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"));
  }

  /** By which name the others know this instance. */
  UUID instance() {
    return instance;
  }

  /** Whether that tenure is over, or about to be, or the machine has no controller any more. */
  boolean isEnding(Place place) {
    if (place.isHeadnode()) {
      return headnodes.isEnding(place);
    }
    Sql goesOn =
        new Sql(
                "select 1 from node n join bmc b on b.node_id = n.id where n.id = ? and",
                place.id())
            .add(GOES_ON, place.tenure());
    return tables.rows(goesOn, row -> row.number(1)).isEmpty();
  }

  /** Gives a console back: its connection is closed and its viewers are gone. */
  void release(Place place) {
    if (place.isHeadnode()) {
      headnodes.release(place, instance);
      return;
    }
    tables.change(
        new Sql("update console set holder = null, claim_until = null, address = null")
            .add(
                "where node_id = ? and tenure = ? and holder = ?",
                place.id(),
                place.tenure(),
                instance));
  }

  /** Whether what the controller kept was read away in this tenure, or before it began. */
  boolean isClean(Place place) {
    Sql clean =
        new Sql("select 1 from console where node_id = ?", place.id())
            .add("and clean_for = ?", place.tenure());
    return !tables.rows(clean, row -> row.number(1)).isEmpty();
  }

  /** What the controller keeps from now on is of this tenure. */
  void clean(Place place) {
    tables.change(
        new Sql("update console set clean_for = ? where node_id = ?", place.tenure(), place.id())
            .add("and holder = ?", instance));
  }

  /** Nothing of a tenure that ends now is left in the controller, and the machine is off. */
  void cleanAtTheEnd(long node) {
    tables.change(
        new Sql("insert into console as c (node_id, tenure, clean_after)")
            .add("select n.id, n.tenure, (select coalesce(max(o.id), 0) from operation o)")
            .add("from node n where n.id = ? and n.state = 'RELEASING'", node)
            .add("on conflict (node_id) do update set clean_after = excluded.clean_after"));
  }

  /** Whether this person may still watch: as long as his project holds the node. */
  boolean maySee(Place place, Caller caller) {
    if (place.isHeadnode()) {
      return headnodes.maySee(place, caller);
    }
    Sql may =
        new Sql("select 1 from node n where n.id = ? and", place.id())
            .add(GOES_ON, place.tenure())
            .add("and")
            .add(Standings.maySee(caller, "n.project_id"));
    return !tables.rows(may, row -> row.number(1)).isEmpty();
  }

  /** The tenures that go on, of all nodes and headnodes: whose recordings are kept. */
  Set<String> tenures() {
    List<Optional<String>> all =
        tables.rows(new Sql("select cast(tenure as text) from node"), row -> row.optional(1));
    Set<String> tenures = headnodes.machines();
    all.forEach(each -> each.ifPresent(tenures::add));
    return tenures;
  }
}
