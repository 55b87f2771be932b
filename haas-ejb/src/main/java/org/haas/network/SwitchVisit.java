package org.haas.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haas.config.VlanPool;
import org.haas.network.SwitchHandler.Login;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.operation.UpkeepStore;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchOperation;

/**
 * One visit to one switch: read, apply the difference to what the database wants, read back, save,
 * settle. Nothing is in flight outside the database: run again after a crash at any point, it does
 * what is left.
 */
final class SwitchVisit implements OperationHandler.Visit<SwitchOperation> {
  private final Claim claim;
  private final PortLedger ledger;
  private final UpkeepStore upkeep;
  private final VlanPool pool;
  private final Supplier<SwitchDriver> driver;
  private final Supplier<Login> login;
  private final IntSupplier version;
  private final SwitchCheck check;

  private Optional<Login> current = Optional.empty();

  SwitchVisit(
      Claim claim,
      PortLedger ledger,
      CheckStore checks,
      UpkeepStore upkeep,
      VlanPool pool,
      Supplier<SwitchDriver> driver,
      Supplier<Login> login,
      IntSupplier version) {
    this.claim = claim;
    this.ledger = ledger;
    this.upkeep = upkeep;
    this.pool = pool;
    this.driver = driver;
    this.login = login;
    this.version = version;
    this.check = new SwitchCheck(claim, checks, this::trunks);
  }

  @Override
  public void run(List<SwitchOperation> due) {
    Map<Long, List<SwitchOperation>> byPort =
        due.stream()
            .filter(operation -> operation.portId().isPresent())
            .collect(Collectors.groupingBy(operation -> operation.portId().orElseThrow()));
    Set<SwitchOperation> open = new LinkedHashSet<>(due);
    try {
      List<PortWork> works = ledger.works(byPort.keySet());
      for (int i = 0; i < works.size(); i += SwitchCheck.SLICE) {
        visit(works.subList(i, Math.min(i + SwitchCheck.SLICE, works.size())), byPort, open);
      }
      for (SwitchOperation operation : due) {
        operation.vlan().ifPresent(vlan -> retire(operation, vlan, open));
      }
      due.stream().filter(SwitchOperation::isCheck).forEach(operation -> look(operation, open));
    } catch (DriverException failure) {
      close();
      if (failure.kind() != Kind.DEADLINE) {
        ledger.failed(claim, open, failure.getMessage());
      }
    }
  }

  /** All ports in one visit; when the switch refuses that, port by port, to find the culprit. */
  private void visit(
      List<PortWork> works, Map<Long, List<SwitchOperation>> byPort, Set<SwitchOperation> open) {
    if (works.isEmpty()) {
      return;
    }
    List<SwitchOperation> operations =
        works.stream().flatMap(work -> byPort.get(work.portId()).stream()).toList();
    try {
      ledger.settle(claim, bring(works, operations), operations);
    } catch (DriverException failure) {
      requireOnlyRefused(failure);
      if (works.size() > 1) {
        works.forEach(work -> visit(List.of(work), byPort, open));
        return;
      }
      save(session()); // some lines may have been taken, and nobody may come back for a while
      ledger.failed(claim, operations, failure.getMessage());
    }
    operations.forEach(open::remove);
  }

  /** A refused line is one port's trouble; anything else, a refused login too, is the switch's. */
  private void requireOnlyRefused(DriverException failure) {
    if (failure.kind() != Kind.REFUSED || current.isEmpty()) {
      throw failure;
    }
  }

  /** Brings the ports to what they shall be; answers what was read back. */
  private Map<Long, PortConfig> bring(List<PortWork> works, List<SwitchOperation> operations) {
    SwitchSession session = session();
    Map<PortName, PortConfig> read = new HashMap<>(session.read(names(works)));
    remember(works, read, operations);
    List<PortWork> edges = works.stream().filter(work -> work.role() == PortRole.EDGE).toList();
    List<PortWork> fresh =
        edges.stream().filter(work -> work.isNew() && !isAsWanted(work, read)).toList();
    write(session, read, fresh, true);
    fresh.forEach(work -> requireParked(work.name(), read.get(work.name())));
    rememberFound(edges, read);
    write(session, read, edges, false);
    save(session);
    works.forEach(work -> verify(work, read.get(work.name())));
    return byPort(works, read);
  }

  /**
   * A port that is found as it is wanted was made so by somebody else, or by us before a crash:
   * what the switch has saved may be older, and a power cut would bring that back. It may also
   * never have been told that the switch knows these VLANs.
   */
  private void rememberFound(List<PortWork> edges, Map<PortName, PortConfig> read) {
    List<PortWork> found = edges.stream().filter(work -> isAsWanted(work, read)).toList();
    if (!found.isEmpty()) {
      NavigableSet<VlanId> there = new TreeSet<>();
      found.forEach(work -> there.addAll(work.desired().vlans()));
      ledger.beforeWrite(claim, there);
    }
  }

  private static boolean isAsWanted(PortWork work, Map<PortName, PortConfig> read) {
    return work.desired().equals(read.get(work.name()));
  }

  /** What change-sets found there, before the first line. */
  private void remember(
      List<PortWork> works, Map<PortName, PortConfig> read, List<SwitchOperation> operations) {
    List<SwitchOperation> parts =
        operations.stream().filter(operation -> operation.changeSetId().isPresent()).toList();
    if (!parts.isEmpty()) {
      ledger.found(parts, byPort(works, read));
    }
  }

  private static Map<Long, PortConfig> byPort(
      List<PortWork> works, Map<PortName, PortConfig> read) {
    return works.stream()
        .collect(Collectors.toMap(PortWork::portId, work -> read.get(work.name())));
  }

  /** Writes what differs, and reads that back into {@code read}. */
  private void write(
      SwitchSession session,
      Map<PortName, PortConfig> read,
      List<PortWork> works,
      boolean parkFirst) {
    List<PortChange> changes = new ArrayList<>();
    for (PortWork work : works) {
      PortConfig wanted = parkFirst ? PortConfig.PARKED : work.desired();
      PortChange change = new PortChange(work.name(), read.get(work.name()), wanted);
      if (!change.isDone()) {
        changes.add(change);
      }
    }
    if (changes.isEmpty()) {
      return;
    }
    NavigableSet<VlanId> coming = new TreeSet<>();
    changes.forEach(change -> coming.addAll(change.desired().vlans()));
    ledger.beforeWrite(claim, coming);
    session.apply(changes);
    read.putAll(session.read(changes.stream().map(PortChange::port).toList()));
  }

  /** A power cut must not bring back what was taken off. */
  private void save(SwitchSession session) {
    if (upkeep.isDirty(claim.queue())) {
      session.save();
      upkeep.saved(claim);
    }
  }

  private void verify(PortWork work, PortConfig read) {
    if (work.role() == PortRole.PRESET) {
      trunks()
          .violation(work.name(), read)
          .ifPresent(
              what -> {
                throw refused(what);
              });
    } else if (!read.equals(work.desired())) {
      throw refused(
          "port %s is '%s' when read back, not '%s'".formatted(work.name(), read, work.desired()));
    }
  }

  private TrunkRule trunks() {
    return new TrunkRule(pool, driver.get().reserved());
  }

  private void retire(SwitchOperation operation, VlanId vlan, Set<SwitchOperation> open) {
    try {
      SwitchSession session = session();
      session
          .read(ledger.edgePorts(claim.queue().target()))
          .forEach((port, config) -> requireWithout(vlan, port, config));
      ledger.beforeWrite(claim, Set.of());
      session.retire(Set.of(vlan));
      save(session);
      ledger.retired(claim, operation, vlan);
    } catch (DriverException failure) {
      requireOnlyRefused(failure);
      ledger.failed(claim, List.of(operation), failure.getMessage());
    }
    open.remove(operation);
  }

  private void look(SwitchOperation operation, Set<SwitchOperation> open) {
    if (upkeep.isDirty(claim.queue())) {
      save(session());
    }
    check.next(operation, this::session);
    open.remove(operation);
  }

  private void requireParked(PortName port, PortConfig config) {
    if (!config.parked()) {
      throw refused("port %s is '%s' and could not be parked".formatted(port, config));
    }
  }

  private void requireWithout(VlanId vlan, PortName port, PortConfig config) {
    if (config.carries(vlan)) {
      throw refused("port %s still carries VLAN %s".formatted(port, vlan));
    }
  }

  /** The open session; a new one when the switch's address, login or host key was changed. */
  private SwitchSession session() {
    if (current.isPresent() && current.get().version() != version.getAsInt()) {
      close();
    }
    if (current.isEmpty()) {
      current = Optional.of(login.get());
    }
    return current.get().session();
  }

  private static Collection<PortName> names(List<PortWork> works) {
    return works.stream().map(PortWork::name).toList();
  }

  private DriverException refused(String what) {
    return new DriverException(
        Kind.REFUSED, "Switch %s: %s.".formatted(ledger.switchName(claim.queue().target()), what));
  }

  @Override
  public void close() {
    current.ifPresent(open -> open.session().close());
    current = Optional.empty();
  }
}
