package org.haas.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.haas.operation.Claim;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.switches.SwitchOperation;

/**
 * Looks at all ports of a switch, a slice at a time, so that what is due meanwhile does not wait
 * for the whole. Writes nothing. Where it stands is remembered here only: after a crash it begins
 * again.
 */
final class SwitchCheck {
  /** The most ports that are read, or written before they are saved, at a stretch. */
  static final int SLICE = 64;

  private final Claim claim;
  private final CheckStore store;
  private final PortReader reader;
  private final Map<Long, Long> lastPorts = new HashMap<>();

  SwitchCheck(Claim claim, CheckStore store, Supplier<TrunkRule> trunks) {
    this.claim = claim;
    this.store = store;
    this.reader = new PortReader(trunks);
  }

  /** The next slice, or after the last one the end: the operation stays RUNNING until then. */
  void next(SwitchOperation check, Supplier<SwitchSession> session) {
    long last = lastPorts.getOrDefault(check.id(), 0L);
    List<PortWork> works = store.slice(claim.queue().target(), last, SLICE);
    if (works.isEmpty()) {
      if (last == 0 && !check.requestedBy().equals(CheckStore.ITSELF)) {
        Objects.requireNonNull(session.get()); // who asked wants to know whether the login works
      }
      lastPorts.remove(check.id());
      store.finished(claim, check);
      return;
    }
    store.seen(claim, check, reader.look(session.get(), works));
    lastPorts.put(check.id(), works.get(works.size() - 1).portId());
  }
}
