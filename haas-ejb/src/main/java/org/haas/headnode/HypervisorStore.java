package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.config.Seal;
import org.haas.error.HaasException;
import org.haas.operation.QueueStore;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.DriverException;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** The recorded hypervisors, what they said last, and how to log in to one. */
@ApplicationScoped
class HypervisorStore {
  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private HypervisorDrivers drivers;
  @Inject private HaasConfig config;
  @Inject private Seal seal;
  @Inject private QueueStore queues;

  /**
   * Records a hypervisor.
   *
   * @throws HaasException DUPLICATE; BAD_ARGUMENT unknown type, setting or form
   */
  @Transactional(TxType.MANDATORY)
  Hypervisor register(HypervisorSpec spec) {
    drivers.check(spec);
    Optional<byte[]> closed =
        Optional.of(spec.secret())
            .filter(secret -> !secret.isEmpty())
            .map(secret -> seal.close(secret, Hypervisor.secretPlace(spec.name())));
    Hypervisor made = new Hypervisor(spec, closed);
    database.persist(made);
    database.flush();
    tables.change(new Sql("insert into hypervisor_sight (hypervisor_id) values (?)", made.id()));
    queues.open(made.queue());
    return made;
  }

  /**
   * The hypervisor of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  @Transactional
  Hypervisor require(Label label) {
    return found(label, LockModeType.NONE);
  }

  /**
   * The hypervisor of that name, its row locked until the transaction ends.
   *
   * @throws HaasException NOT_FOUND
   */
  @Transactional(TxType.MANDATORY)
  Hypervisor locked(Label label) {
    return found(label, LockModeType.PESSIMISTIC_WRITE);
  }

  private Hypervisor found(Label label, LockModeType lock) {
    return database
        .createQuery("select h from Hypervisor h where h.label = :label", Hypervisor.class)
        .setParameter("label", label.value())
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("hypervisor", label));
  }

  /** Forgets one without headnodes. */
  @Transactional(TxType.MANDATORY)
  void forget(Hypervisor known) {
    database.remove(known);
    database.flush();
  }

  /** All, by name, as they are shown. */
  @Transactional
  List<HypervisorView> views() {
    return views(new Sql("true"));
  }

  /**
   * One as it is shown.
   *
   * @throws HaasException NOT_FOUND
   */
  @Transactional
  HypervisorView view(Label label) {
    return views(new Sql("h.label = ?", label.value())).stream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("hypervisor", label));
  }

  /** By two statements, however many there are. */
  private List<HypervisorView> views(Sql which) {
    List<Sight> sights = sights(which);
    if (sights.isEmpty()) {
      return List.of();
    }
    Map<Long, Hypervisor> known =
        database
            .createQuery("select h from Hypervisor h where h.id in :ids", Hypervisor.class)
            .setParameter("ids", sights.stream().map(Sight::id).toList())
            .getResultStream()
            .collect(Collectors.toMap(Hypervisor::id, Function.identity()));
    return sights.stream().map(sight -> view(known.get(sight.id()), sight)).toList();
  }

  /** What a hypervisor said last, and what is there. */
  private record Sight(
      long id,
      int cpus,
      long roomMib,
      long takenMib,
      long freeDiskGib,
      long headnodes,
      List<Label> images,
      Optional<Instant> readAt,
      Optional<String> error) {}

  private List<Sight> sights(Sql which) {
    return tables.rows(
        new Sql(
                """
                select h.id, s.cpus, s.room_mib, s.free_disk_gib, s.read_at, s.error,
                  (select coalesce(sum(n.memory_mib), 0) from headnode n where n.hypervisor_id = h.id),
                  (select count(*) from headnode n where n.hypervisor_id = h.id),
                  (select string_agg(i.label, ' ' order by i.label) from hypervisor_image i
                    where i.hypervisor_id = h.id)
                from hypervisor h join hypervisor_sight s on s.hypervisor_id = h.id where""")
            .add(" ")
            .add(which)
            .add("order by h.label"),
        row ->
            new Sight(
                row.number(1),
                (int) row.number(2),
                row.number(3),
                row.number(7),
                row.number(4),
                row.number(8),
                row.words(9).stream().map(Label::new).toList(),
                row.moment(5),
                row.optional(6)));
  }

  private HypervisorView view(Hypervisor known, Sight sight) {
    return new HypervisorView(
        known.label(),
        known.type(),
        known.address(),
        known.username(),
        known.hostKey(),
        known.settings(),
        drivers.find(known.type()).isPresent(),
        sight.cpus(),
        sight.roomMib(),
        sight.takenMib(),
        sight.freeDiskGib(),
        sight.headnodes(),
        sight.images(),
        sight.readAt(),
        sight.error());
  }

  /**
   * How a hypervisor is spoken to.
   *
   * @param endpoint where it is and how to log in, its secret opened
   */
  record Host(HypervisorDriver driver, HypervisorEndpoint endpoint) {}

  /**
   * The hypervisor, by one transaction.
   *
   * @param mayProceed asked before each command: whether the caller still has the right to send it
   * @throws DriverException REFUSED it was forgotten, or there is no driver for it
   */
  @Transactional(dontRollbackOn = DriverException.class)
  Host host(long hypervisorId, BooleanSupplier mayProceed) {
    Hypervisor known = database.find(Hypervisor.class, hypervisorId);
    if (known == null) {
      throw new DriverException(DriverException.Kind.REFUSED, "The hypervisor was forgotten.");
    }
    HypervisorDriver driver =
        drivers
            .find(known.type())
            .orElseThrow(
                () ->
                    new DriverException(
                        DriverException.Kind.REFUSED,
                        "There is no driver for hypervisors of type %s in this installation."
                            .formatted(known.type())));
    return new Host(driver, endpoint(known, mayProceed));
  }

  private HypervisorEndpoint endpoint(Hypervisor known, BooleanSupplier mayProceed) {
    return new HypervisorEndpoint(
        known.label(),
        known.address(),
        known.username(),
        known
            .sealedSecret()
            .map(bytes -> seal.open(bytes, Hypervisor.secretPlace(known.label())))
            .orElse(Secret.NONE),
        known.hostKey(),
        known.settings(),
        owner(),
        config.hypervisorTimeout(),
        mayProceed);
  }

  private Label owner() {
    return tables
        .rows(new Sql("select owner from installation"), row -> new Label(row.text(1)))
        .get(0);
  }
}
