package org.haas.headnode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.operation.Claim;
import org.haas.spi.DriverException;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/** What the database would say and be told of one headnode with one NIC. */
class WorkInMemory extends HeadnodeWorkStore {
  static final VmId VM = VmId.parse("8d6f1c6e-3f0a-4f0e-9d8e-0f3b1c2d4e5f");
  static final MacAddress MAC = new MacAddress("02:00:00:00:00:07");

  final List<String> log = new ArrayList<>();
  final Set<HeadnodeStep> done = new LinkedHashSet<>();
  List<HeadnodeStep> plan = List.of();
  Optional<VlanId> wanted = Optional.empty();
  Optional<VlanId> carried = Optional.empty();
  boolean settled = true;
  boolean leaving;
  Standing standing = Standing.VALID;
  boolean dropped;
  Set<VmId> known = Set.of(VM);
  HostSeen seen;

  static VlanId vlan(int id) {
    return new VlanId(id);
  }

  @Override
  Standing standing(HeadnodeOperation asked) {
    return standing;
  }

  @Override
  HeadnodeWork work(HeadnodeOperation asked) {
    Vm vm = new Vm(VM, new Label("head"), 1, 1L << 30, List.of(new VmNic(MAC, carried)));
    Seed seed = new Seed(VM, new HostName("head"), List.of(), Optional.empty(), List.of());
    return new HeadnodeWork(vm, seed, new Label("tiny"), 10L << 30);
  }

  @Override
  HnicWork nic(HeadnodeOperation asked) {
    boolean leaves = carried.isPresent() && !carried.equals(wanted);
    return new HnicWork(VM, MAC, wanted, leaves, leaving);
  }

  @Override
  List<HeadnodeStep> left(HeadnodeOperation asked) {
    return plan.stream().filter(step -> !done.contains(step)).toList();
  }

  @Override
  boolean begin(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    return !dropped;
  }

  @Override
  void passed(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    done.add(step);
    settled |= step == HeadnodeStep.DEFINE;
  }

  @Override
  void carry(Claim claim, HeadnodeOperation operation) {
    if (carried.isEmpty()) {
      carries(claim, operation);
    }
  }

  @Override
  void carries(Claim claim, HeadnodeOperation operation) {
    settled = settled && carried.equals(wanted);
    carried = wanted;
  }

  @Override
  void released(Claim claim, HeadnodeOperation operation) {
    carried = Optional.empty();
    settled = true;
    log.add("released");
  }

  @Override
  void plugged(Claim claim, HeadnodeOperation operation) {
    settled = true;
    log.add("plugged");
  }

  @Override
  void takenOut(Claim claim, HeadnodeOperation operation) {
    log.add("taken out");
  }

  @Override
  void goesOn(Claim claim, HeadnodeOperation operation, Duration lookAgain) {
    log.add("goes on");
  }

  @Override
  void failed(Claim claim, HeadnodeOperation operation, DriverException failure) {
    log.add("failed " + failure.getMessage());
  }

  @Override
  void refused(Claim claim, HeadnodeOperation operation, String words) {
    log.add("refused " + words);
  }

  @Override
  void drop(Claim claim, HeadnodeOperation operation) {
    log.add("dropped");
  }

  @Override
  void finished(Claim claim, HeadnodeOperation operation) {
    log.add("finished");
  }

  @Override
  List<VmId> seen(Claim claim, HostSeen all) {
    seen = all;
    return all.found().stream().filter(vm -> !known.contains(vm)).sorted().toList();
  }

  @Override
  void checked(Claim claim, HeadnodeOperation check) {
    log.add("checked");
  }
}
