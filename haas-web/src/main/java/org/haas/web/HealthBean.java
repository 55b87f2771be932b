package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haas.headnode.HypervisorView;
import org.haas.headnode.Hypervisors;
import org.haas.health.BmcHealth;
import org.haas.health.Health;
import org.haas.health.QueueHealth;
import org.haas.health.SwitchHealth;
import org.haas.health.SwitchHealth.Contact;
import org.haas.health.VlanHealth;
import org.haas.switches.DriftReport;
import org.haas.switches.Drifts;

/** How queues, switches and the VLAN pool are; what needs somebody comes first. */
@Named("health")
@ViewScoped
public class HealthBean implements Serializable {
  private static final int QUARANTINED = 50;
  private static final int HUNDRED = 100;

  @Inject private Health health;
  @Inject private Hypervisors hypervisors;
  @Inject private Drifts drifts;

  private transient List<QueueHealth> queues;
  private transient List<SwitchHealth> switches;
  private transient List<BmcHealth> bmcs;
  private transient List<HypervisorView> hosts;
  private transient VlanHealth vlans;
  private transient DriftReport drift;

  /** Reads everything that the page shows: a handful of statements, however many rows. */
  public void load() {
    queues =
        health.queues().stream()
            .sorted(Comparator.comparing(queue -> queue.oldest().orElse(Instant.MAX)))
            .toList();
    switches =
        health.switches().stream()
            .sorted(Comparator.comparing(known -> known.contact() != Contact.UNREACHABLE))
            .toList();
    bmcs = health.bmcs();
    hosts =
        hypervisors.list().stream()
            .sorted(Comparator.comparing(host -> host.error().isEmpty()))
            .toList();
    vlans = health.vlans(QUARANTINED);
    drift = drifts.report();
  }

  /** The queues, the one that waits longest first. */
  public List<QueueHealth> getQueues() {
    once();
    return queues;
  }

  /** The switches, those that do not let us in first. */
  public List<SwitchHealth> getSwitches() {
    once();
    return switches;
  }

  /** The management controllers that need somebody. */
  public List<BmcHealth> getBmcs() {
    once();
    return bmcs;
  }

  /** The hypervisors, those that do not answer first. */
  public List<HypervisorView> getHypervisors() {
    once();
    return hosts;
  }

  /** The VLAN ids. */
  public VlanHealth getVlans() {
    once();
    return vlans;
  }

  /** Ports that are not as wanted, and whether HaaS only observes. */
  public DriftReport getDrift() {
    once();
    return drift;
  }

  /** Takes a database that went back in time as it is. */
  public void accept() {
    Attempt.of("messages", () -> drifts.accept());
    load();
  }

  /** Operations that wait or run. */
  public long getOpen() {
    return getQueues().stream().mapToLong(q -> q.due() + q.waiting() + q.running()).sum();
  }

  /** When the oldest of them was asked for. */
  public Optional<Instant> getOldest() {
    return getQueues().stream().flatMap(queue -> queue.oldest().stream()).min(Instant::compareTo);
  }

  /** Switches that do not let us in. */
  public long getUnreachable() {
    return getSwitches().stream().filter(s -> s.contact() == Contact.UNREACHABLE).count();
  }

  /** Sessions that are open. */
  public long getSessions() {
    return getSwitches().stream().filter(s -> s.session().isPresent()).count();
  }

  /** A part of the pool in hundredths, at least one if there is any. */
  public long share(long count) {
    long pool = Math.max(1, getVlans().pool());
    return count == 0 ? 0 : Math.max(1, count * HUNDRED / pool);
  }

  private void once() {
    if (drift == null) {
      load();
    }
  }
}
