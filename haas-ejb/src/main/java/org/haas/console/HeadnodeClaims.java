package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.haas.access.Caller;
import org.haas.access.Standings;
import org.haas.config.HaasConfig;
import org.haas.console.ConsoleStore.Owner;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * What {@link ConsoleStore} keeps of nodes, of headnodes: which instance has the connection to
 * which console. A deletion does not wait for a claim: the machine ends with it.
 */
@ApplicationScoped
class HeadnodeClaims {
  /** SQL: the machine is there, and stays. */
  private static final String GOES_ON = "h.id = ? and h.vm = ? and h.state <> 'DELETING'";

  private static final String OWNED =
      "from headnode_console c join headnode h on h.id = c.headnode_id"
          + " where h.state <> 'DELETING' and c.claim_until > clock_timestamp()";

  @Inject private Tables tables;
  @Inject private HaasConfig config;

  /** A headnode, its project and whether it is being removed. */
  record Found(Place place, long project, String state) {
    boolean runs() {
      return state.equals("RUNNING");
    }
  }

  /** The headnode of that name; one that is being removed when no other has it. */
  private Optional<Found> find(Label label) {
    return tables
        .rows(
            new Sql(
                "select h.id, cast(h.vm as text), h.project_id, h.state from headnode h"
                    + " where h.label = ? order by h.state = 'DELETING', h.id desc limit 1",
                label.value()),
            row ->
                new Found(
                    Place.ofHeadnode(row.number(1), label, UUID.fromString(row.text(2))),
                    row.number(3),
                    row.text(4)))
        .stream()
        .findFirst();
  }

  /**
   * The headnode of that name, if its project is the caller's.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is being removed
   */
  Found require(Label label, LongPredicate mayUse) {
    Found found = find(label).orElseThrow(() -> HaasException.notFound("headnode", label));
    if (!mayUse.test(found.project())) {
      throw HaasException.hidden("headnode", label);
    }
    if (found.state().equals("DELETING")) {
      throw HaasException.blocked(
          "Headnode %s is being removed; its console is closed.".formatted(label));
    }
    return found;
  }

  boolean claim(Place place, UUID instance) {
    Sql claim =
        new Sql("with held as (select h.id from headnode h where")
            .add(goesOn(place))
            .add("for key share)")
            .add("insert into headnode_console as c (headnode_id, holder, claim_until, address)")
            .add("select id, ?, clock_timestamp()", instance)
            .add("+ ? * interval '1 millisecond'", config.queueClaim().toMillis())
            .add(", cast(? as text) from held", config.instanceUrl().toString())
            .add("on conflict (headnode_id) do update set holder = excluded.holder,")
            .add("claim_until = excluded.claim_until, address = excluded.address")
            .add("where c.holder = excluded.holder or c.claim_until < clock_timestamp()")
            .add("returning c.headnode_id");
    return !tables.rows(claim, row -> row.number(1)).isEmpty();
  }

  private static Sql goesOn(Place place) {
    return new Sql(GOES_ON, place.id(), place.tenure());
  }

  /** Extends all of this instance whose headnode stays; the machines of these. */
  Set<UUID> renew(UUID instance) {
    Sql renewal =
        new Sql("update headnode_console c set claim_until = clock_timestamp()")
            .add("+ ? * interval '1 millisecond'", config.queueClaim().toMillis())
            .add("from headnode h where h.id = c.headnode_id and h.state <> 'DELETING'")
            .add("and c.holder = ? and c.claim_until > clock_timestamp()", instance)
            .add("returning cast(h.vm as text)");
    return new HashSet<>(tables.rows(renewal, row -> UUID.fromString(row.text(1))));
  }

  Optional<Owner> owner(Place place) {
    Sql owner =
        new Sql("select cast(c.holder as text), c.address,")
            .add("cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
            .add(OWNED)
            .add("and h.id = ? and h.vm = ?", place.id(), place.tenure());
    List<Owner> found =
        tables.rows(
            owner, row -> new Owner(UUID.fromString(row.text(1)), row.optional(2), row.number(3)));
    return found.stream().findFirst();
  }

  Map<UUID, UUID> owners() {
    Map<UUID, UUID> owners = new HashMap<>();
    tables
        .rows(
            new Sql("select cast(h.vm as text), cast(c.holder as text)").add(OWNED),
            row -> Map.entry(UUID.fromString(row.text(1)), UUID.fromString(row.text(2))))
        .forEach(each -> owners.put(each.getKey(), each.getValue()));
    return owners;
  }

  boolean isEnding(Place place) {
    Sql goesOn = new Sql("select 1 from headnode h where").add(goesOn(place));
    return tables.rows(goesOn, row -> row.number(1)).isEmpty();
  }

  void release(Place place, UUID instance) {
    tables.change(
        new Sql(
            "delete from headnode_console where headnode_id = ? and holder = ?",
            place.id(),
            instance));
  }

  boolean maySee(Place place, Caller caller) {
    Sql may =
        new Sql("select 1 from headnode h where")
            .add(goesOn(place))
            .add("and")
            .add(Standings.maySee(caller, "h.project_id"));
    return !tables.rows(may, row -> row.number(1)).isEmpty();
  }

  /** The machines of all headnodes: whose recordings are kept. */
  Set<String> machines() {
    return new HashSet<>(
        tables.rows(new Sql("select cast(vm as text) from headnode"), row -> row.text(1)));
  }
}
