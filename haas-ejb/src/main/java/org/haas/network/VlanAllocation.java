package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.VlanId;
import org.haas.switches.Drivers;

/**
 * Gives each VLAN id to one network at a time: a row per id, taken under its lock. An id that some
 * switch may still carry is in quarantine and is given to nobody.
 */
@ApplicationScoped
class VlanAllocation {
  private static final String CLEAN =
      " and not exists (select 1 from vlan_carrier c where c.vlan = v.id)";

  @Inject private Tables tables;
  @PersistenceContext private EntityManager database;
  @Inject private Drivers drivers;

  /**
   * An id of the pool: one that was never used, or the one that has been free the longest.
   *
   * @throws HaasException POOL_EMPTY
   */
  VlanId take() {
    return take("for update skip locked")
        .or(() -> take("for update"))
        .orElseThrow(
            () ->
                new HaasException(
                    ErrorCode.POOL_EMPTY,
                    "No VLAN is free for a new network; delete a network that is not needed, or ask"
                        + " an administrator to enlarge the pool."));
  }

  /**
   * That id, of the pool or not.
   *
   * @throws HaasException BAD_ARGUMENT an id that no network can have; BLOCKED it is in use or in
   *     quarantine
   */
  VlanId take(VlanId wanted) {
    if (wanted.value() == VlanId.MIN || drivers.reserved().contains(wanted)) {
      throw HaasException.badArgument(
          "vlan",
          "VLAN %s is kept by the switches for themselves; choose another.".formatted(wanted));
    }
    database
        .createNativeQuery(
            "insert into vlan (id, in_pool) values (?1, false) on conflict do nothing")
        .setParameter(1, wanted.value())
        .executeUpdate();
    List<?> taken =
        database
            .createNativeQuery(
                "update vlan v set state = 'USED' where v.id = ?1 and v.state = 'FREE'"
                    + CLEAN
                    + " returning v.id")
            .setParameter(1, wanted.value())
            .getResultList();
    if (taken.isEmpty()) {
      throw HaasException.blocked(
          "VLAN %s belongs to another network, or a switch may still carry it; choose another."
              .formatted(wanted));
    }
    return wanted;
  }

  /** The VLANs that this switch may still know, that are no network's and that nobody is at. */
  List<VlanId> forgotten(long switchId, String queue) {
    List<?> found =
        database
            .createNativeQuery(
                "select c.vlan from vlan_carrier c join vlan v on v.id = c.vlan"
                    + " where c.switch_id = ?1 and v.state = 'FREE' and not exists (select 1"
                    + " from operation o where o.queue = ?2 and o.vlan = c.vlan"
                    + " and o.state in ('PENDING', 'RUNNING')) order by c.vlan")
            .setParameter(1, switchId)
            .setParameter(2, queue)
            .getResultList();
    return found.stream().map(id -> new VlanId(((Number) id).intValue())).toList();
  }

  /** Remembers that the switch is about to know the VLANs. */
  void carried(long switchId, Iterable<VlanId> vlans) {
    for (VlanId vlan : vlans) {
      database
          .createNativeQuery(
              "insert into vlan_carrier (vlan, switch_id) select id, ?2 from vlan where id = ?1"
                  + " on conflict do nothing")
          .setParameter(1, vlan.value())
          .setParameter(2, switchId)
          .executeUpdate();
    }
  }

  /** The switch was read without the VLAN, and has forgotten it. */
  void retired(long switchId, VlanId vlan) {
    database
        .createNativeQuery("delete from vlan_carrier where vlan = ?1 and switch_id = ?2")
        .setParameter(1, vlan.value())
        .setParameter(2, switchId)
        .executeUpdate();
  }

  private Optional<VlanId> take(String lock) {
    String reserved =
        drivers.reserved().stream().map(VlanId::toString).collect(Collectors.joining(","));
    Sql taken =
        new Sql(
                "update vlan set state = 'USED' where id = (select v.id from vlan v"
                    + " where v.in_pool and v.state = 'FREE'"
                    + CLEAN)
            .add(reserved.isEmpty() ? "" : "and v.id not in (" + reserved + ")")
            .add("order by v.freed_at nulls first, v.id limit 1")
            .add(lock)
            .add(") and state = 'FREE' returning id");
    return tables.rows(taken, row -> new VlanId((int) row.number(1))).stream().findFirst();
  }
}
