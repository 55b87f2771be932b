package org.haas.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.haas.operation.Claim;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchOperation;

/** What the database would say and be told, with each write on the log. */
final class LedgerInMemory extends PortLedger {
  final UpkeepInMemory upkeep = new UpkeepInMemory();
  final List<SwitchOperation> done = new ArrayList<>();
  final Map<SwitchOperation, List<String>> failures = new HashMap<>();
  final Map<Long, PortConfig> settled = new HashMap<>();
  private final Map<Long, PortWork> works = new TreeMap<>();
  private final List<String> log;

  LedgerInMemory(List<String> log) {
    this.log = log;
  }

  /** The port shall be that from now on. */
  void want(long port, PortConfig desired) {
    want(port, PortRole.EDGE, false, desired);
  }

  void want(long port, PortRole role, boolean isNew, PortConfig desired) {
    works.put(port, new PortWork(port, Rack.portName(port), role, isNew, desired));
  }

  /** All ports by number. */
  Collection<PortWork> all() {
    return works.values();
  }

  @Override
  List<PortWork> works(Collection<Long> portIds) {
    return works.values().stream().filter(work -> portIds.contains(work.portId())).toList();
  }

  @Override
  List<PortName> edgePorts(long switchId) {
    return works.values().stream()
        .filter(work -> work.role() == PortRole.EDGE)
        .map(PortWork::name)
        .toList();
  }

  @Override
  void beforeWrite(Claim claim, Set<VlanId> coming) {
    log.add("remember " + coming);
    upkeep.dirty = true;
  }

  @Override
  void settle(Claim claim, Map<Long, PortConfig> read, Collection<SwitchOperation> operations) {
    settled.putAll(read);
    done.addAll(operations);
  }

  @Override
  void retired(Claim claim, SwitchOperation operation, VlanId vlan) {
    log.add("forgotten " + vlan);
    done.add(operation);
  }

  @Override
  void failed(Claim claim, Collection<SwitchOperation> operations, String words) {
    operations.forEach(
        operation -> failures.computeIfAbsent(operation, key -> new ArrayList<>()).add(words));
  }

  @Override
  String switchName(long switchId) {
    return "tor-1";
  }
}
