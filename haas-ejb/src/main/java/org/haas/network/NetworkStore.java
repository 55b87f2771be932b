package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/** Finds networks and attachments for the boundaries, inside their transactions. */
@ApplicationScoped
class NetworkStore {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private Tables tables;

  /**
   * The network of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  Network require(Label label) {
    return database
        .createQuery("select n from Network n where n.label = :label", Network.class)
        .setParameter("label", label.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("network", label));
  }

  /** As {@link #require}, while nobody can delete it or revoke it until the transaction ends. */
  Network shared(Label label) {
    return lockedBy(label, "for share");
  }

  /** As {@link #require}, while nobody can connect to it until the transaction ends. */
  Network locked(Label label) {
    return lockedBy(label, "for update");
  }

  private Network lockedBy(Label label, String lock) {
    return database.find(Network.class, lock(label, lock));
  }

  private long lock(Label label, String lock) {
    Sql row = new Sql("select id from network where label = ?", label.value()).add(lock);
    return tables.rows(row, found -> found.number(1)).stream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("network", label));
  }

  /** Whether the caller may know the network: it is public, or his projects may use it. */
  boolean maySee(Network network) {
    return access.isAdmin()
        || access.projects().stream().anyMatch(network::isUsableBy)
        || network.visibility() == Visibility.PUBLIC;
  }

  /** Whether the caller may delete and share it. */
  boolean isOwn(Network network) {
    return access.isAdmin() || network.ownerId().filter(access::mayUse).isPresent();
  }

  /**
   * Refuses a caller who does not own the network.
   *
   * @throws HaasException HIDDEN he may not know it; FORBIDDEN he may only use it
   */
  void requireOwn(Network network) {
    boolean own = isOwn(network);
    requireOwn(network.label(), own, own || maySee(network));
  }

  private static void requireOwn(Label network, boolean own, boolean visible) {
    if (own) {
      return;
    }
    if (!visible) {
      throw HaasException.hidden("network", network);
    }
    throw HaasException.forbidden(
        "Network %s is not your project's; only its owner may do this.".formatted(network));
  }

  /** Writes down a network that is new, by one statement; JPA does not know it. */
  void make(Network network) {
    String users =
        network.grants().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    tables.change(
        new Sql("with made as (insert into network (label, owner_id, vlan, visibility) values")
            .add("(?, ?,", network.label().value(), network.ownerId().orElse(null))
            .add("?, ?)", network.vlan().value(), network.visibility().name())
            .add("returning id) insert into network_grant (network_id, project_id)")
            .add("select made.id, p.id from made, unnest(cast(? as bigint[])) p (id)", users));
  }

  /** A network that is to be deleted, its row locked. */
  record Condemned(long id, Optional<Long> owner, VlanId vlan, long nics) {}

  /**
   * The network, while nobody can connect to it until the transaction ends; what is connected was
   * looked up after that.
   *
   * @throws HaasException NOT_FOUND; HIDDEN the caller may not know it; FORBIDDEN not his
   */
  Condemned condemned(Label label) {
    long id = lock(label, "for update");
    Sql question =
        new Sql("select n.id, n.owner_id, n.vlan,")
            .add("(select count(*) from attachment a where a.network_id = n.id),")
            .add(access.mayUse("n.owner_id"))
            .add(", n.visibility = 'PUBLIC' or exists (select 1 from network_grant g")
            .add("where g.network_id = n.id and")
            .add(access.mayUse("g.project_id"))
            .add(") from network n where n.id = ?", id);
    return tables
        .rows(
            question,
            row -> {
              requireOwn(label, row.flag(5), row.flag(6));
              return new Condemned(
                  id,
                  row.optional(2).map(Long::valueOf),
                  new VlanId((int) row.number(3)),
                  row.number(4));
            })
        .get(0);
  }

  /**
   * Forgets it and gives its VLAN back, which is in quarantine while a switch may carry it: one
   * statement.
   *
   * @return the rows of those switches
   */
  List<Long> delete(Condemned network) {
    return tables.rows(
        new Sql("with gone as (delete from network where id = ? returning vlan),", network.id())
            .add("freed as (update vlan v set state = 'FREE', freed_at = clock_timestamp()")
            .add("from gone where v.id = gone.vlan)")
            .add("select c.switch_id from vlan_carrier c join gone on gone.vlan = c.vlan"),
        row -> row.number(1));
  }

  /** The attachments of those NICs, with their networks, in one query. */
  List<Attachment> ofNics(Collection<Long> nics) {
    if (nics.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery(
            "select a from Attachment a join fetch a.network where a.nic.id in :nics order by a.id",
            Attachment.class)
        .setParameter("nics", nics)
        .getResultList();
  }
}
