package org.haas.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.haas.operation.Claim;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.switches.PortRole;
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
  private final Supplier<TrunkRule> trunks;
  private final Map<Long, Long> lastPorts = new HashMap<>();

  SwitchCheck(Claim claim, CheckStore store, Supplier<TrunkRule> trunks) {
    this.claim = claim;
    this.store = store;
    this.trunks = trunks;
  }

  /** The next slice, or after the last one the end: the operation stays RUNNING until then. */
  void next(SwitchOperation check, Supplier<SwitchSession> session) {
    long last = lastPorts.getOrDefault(check.id(), 0L);
    List<PortWork> works = store.slice(claim.queue().target(), last, SLICE);
    if (works.isEmpty()) {
      lastPorts.remove(check.id());
      store.finished(claim, check);
      return;
    }
    store.seen(claim, check, look(session.get(), works));
    lastPorts.put(check.id(), works.get(works.size() - 1).portId());
  }

  private List<PortSeen> look(SwitchSession session, List<PortWork> works) {
    try {
      Map<PortName, PortConfig> read = session.read(works.stream().map(PortWork::name).toList());
      return works.stream().map(work -> seen(work, read.get(work.name()))).toList();
    } catch (DriverException failure) {
      if (failure.kind() != Kind.REFUSED) {
        throw failure;
      }
      return works.size() > 1
          ? works.stream().flatMap(work -> look(session, List.of(work)).stream()).toList()
          : List.of(
              new PortSeen(works.get(0), Optional.empty(), Optional.of(failure.getMessage())));
    }
  }

  private PortSeen seen(PortWork work, PortConfig read) {
    Optional<String> wrong =
        work.role() == PortRole.PRESET
            ? trunks.get().violation(work.name(), read)
            : Optional.of("port %s is '%s', not '%s'".formatted(work.name(), read, work.desired()))
                .filter(difference -> !read.equals(work.desired()));
    return new PortSeen(work, Optional.of(read), wrong);
  }
}
