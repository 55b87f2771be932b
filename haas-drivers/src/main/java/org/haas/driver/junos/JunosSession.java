package org.haas.driver.junos;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * One login on a switch with Junos. Changes are made in the shared candidate, under its lock; what
 * a session leaves there when it breaks, Junos forgets.
 */
final class JunosSession implements SwitchSession {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final SwitchEndpoint endpoint;
  private final NetconfSession netconf;
  private Set<String> existing = Set.of();

  JunosSession(SwitchEndpoint endpoint, NetconfSession netconf) {
    this.endpoint = endpoint;
    this.netconf = netconf;
  }

  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    if (ports.isEmpty()) {
      return Map.of();
    }
    requireThere(ports);
    JunosConfiguration committed = committed(ports);
    Map<PortName, PortConfig> read = new LinkedHashMap<>();
    ports.forEach(port -> read.put(port, JunosPort.read(committed, port)));
    return read;
  }

  /** One may configure ports that a switch does not have. */
  private void requireThere(Collection<PortName> ports) {
    if (existing.isEmpty()) {
      XmlTree all = netconf.done(JunosRequests.INTERFACES);
      existing = new HashSet<>();
      all.at("interface-information").stream()
          .flatMap(found -> found.all("physical-interface").stream())
          .forEach(found -> existing.add(JunosConfiguration.name(found)));
    }
    for (PortName port : ports) {
      if (!existing.contains(port.value())) {
        throw refused("has no port " + port);
      }
    }
  }

  /** What runs. What waits for a confirmation could change by itself, so that is settled first. */
  private JunosConfiguration committed(Collection<PortName> ports) {
    JunosConfiguration committed = configuration(JunosRequests.committed(ports));
    if (!committed.isMarked()) {
      return committed;
    }
    underLock(
        () -> {
          if (candidate(List.of()).isMarked()) {
            confirm();
          }
        });
    return configuration(JunosRequests.committed(ports));
  }

  private JunosConfiguration candidate(Collection<PortName> ports) {
    return configuration(JunosRequests.candidate(ports));
  }

  private JunosConfiguration configuration(String request) {
    XmlTree reply = netconf.done(request);
    try {
      return new JunosConfiguration(reply);
    } catch (IllegalArgumentException garbage) {
      throw netconf.unreachable("shows its configuration in a form that is not known", garbage);
    }
  }

  @Override
  public void apply(List<PortChange> changes) {
    List<PortChange> open = changes.stream().filter(change -> !change.isDone()).toList();
    if (open.isEmpty()) {
      return;
    }
    requireThere(open.stream().map(PortChange::port).toList());
    underLock(() -> applyLocked(open));
  }

  /** Whether the port carries nothing for a moment, in a commit of its own. */
  static boolean isCutFirst(PortChange change) {
    return change.needsCut() && !change.desired().parked();
  }

  private void applyLocked(List<PortChange> changes) {
    List<PortName> cut =
        changes.stream().filter(JunosSession::isCutFirst).map(PortChange::port).toList();
    if (!cut.isEmpty()) {
      JunosEdit edit = new JunosEdit(candidate(cut));
      load(each(cut, edit::unlist), each(cut, edit::park));
      netconf.done(JunosRequests.COMMIT);
    }
    List<PortName> ports = changes.stream().map(PortChange::port).toList();
    JunosConfiguration candidate = candidate(ports);
    JunosEdit edit = new JunosEdit(candidate);
    NavigableSet<VlanId> wanted = new TreeSet<>();
    changes.forEach(change -> wanted.addAll(change.desired().vlans()));
    wanted.removeIf(candidate::has);
    load(
        JunosRequests.mark() + each(wanted, JunosEdit::create) + each(ports, edit::unlist),
        each(changes, change -> edit.set(change.port(), change.desired())));
    netconf.done(JunosRequests.COMMIT_CONFIRMED);
    confirm();
  }

  private static <T> String each(Collection<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining());
  }

  private void load(String vlans, String interfaces) {
    netconf.done(JunosRequests.edit(vlans, interfaces));
    netconf.done(JunosRequests.VALIDATE);
  }

  /** That this is heard shows that the switch can still be reached. */
  private void confirm() {
    netconf.done(JunosRequests.unmark());
    netconf.done(JunosRequests.COMMIT);
  }

  /** A refusal leaves nothing in the candidate; an answer that does not come leaves nothing. */
  private void underLock(Runnable work) {
    lock();
    try {
      work.run();
    } catch (DriverException failed) {
      if (failed.kind() == Kind.REFUSED) {
        netconf.done(JunosRequests.DISCARD);
        netconf.done(JunosRequests.UNLOCK);
      }
      throw failed;
    }
    netconf.done(JunosRequests.UNLOCK);
  }

  /** Waits a little for one who has it, such as a session of ours that just broke. */
  private void lock() {
    long deadline = System.nanoTime() + endpoint.timeout().toNanos() / 2;
    Optional<String> refusal = netconf.ask(JunosRequests.LOCK).refusal();
    while (refusal.isPresent() && System.nanoTime() - deadline < 0) {
      pause();
      refusal = netconf.ask(JunosRequests.LOCK).refusal();
    }
    if (refusal.isPresent()) {
      throw refused("is being configured by somebody else: " + refusal.get());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw netconf.unreachable("was left, as the server is stopping", stopping);
    }
  }

  /** Nothing to do: what is committed is the start-up configuration. */
  @Override
  public void save() {}

  /** Those that HaaS made; others are the administrator's. */
  @Override
  public void retire(Set<VlanId> vlans) {
    if (committed(List.of()).own(vlans).isEmpty()) {
      return;
    }
    underLock(
        () -> {
          load(each(candidate(List.of()).own(vlans), JunosEdit::delete), "");
          netconf.done(JunosRequests.COMMIT);
        });
  }

  private DriverException refused(String what) {
    return new DriverException(Kind.REFUSED, "%s %s.".formatted(endpoint.described(), what));
  }

  @Override
  public void close() {
    netconf.close();
  }
}
