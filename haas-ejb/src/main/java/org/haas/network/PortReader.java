package org.haas.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.switches.PortRole;

/** Reads ports and compares them with what they shall be. Writes nothing. */
final class PortReader {
  private final Supplier<TrunkRule> trunks;

  PortReader(Supplier<TrunkRule> trunks) {
    this.trunks = trunks;
  }

  /** How the ports are; one that the switch refuses to tell of does not hide the others. */
  List<PortSeen> look(SwitchSession session, List<PortWork> works) {
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
