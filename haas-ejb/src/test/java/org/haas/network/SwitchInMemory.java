package org.haas.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/** A switch that writes down what it is told, one line a call, and fails as it is told to. */
final class SwitchInMemory implements SwitchDriver {
  final Map<PortName, PortConfig> running = new HashMap<>();

  /** Ports that refuse every command and every read. */
  final Set<PortName> refusing = new HashSet<>();

  /** Ports that take commands without doing them. */
  final Set<PortName> deaf = new HashSet<>();

  /** What a call fails with before it is done: by the first word of its line. */
  final Map<String, RuntimeException> failures = new HashMap<>();

  Set<VlanId> reserved = Set.of();
  private final List<String> log;

  SwitchInMemory(List<String> log) {
    this.log = log;
  }

  static DriverException failure(Kind kind) {
    return new DriverException(kind, "Switch tor-1: " + kind + ".");
  }

  private void called(String line) {
    log.add(line);
    RuntimeException failure = failures.get(line.split(" ", 2)[0]);
    if (failure != null) {
      throw failure;
    }
  }

  private void requireWilling(PortName port) {
    if (refusing.contains(port)) {
      throw new DriverException(Kind.REFUSED, "Switch tor-1 refuses port " + port + ".");
    }
  }

  @Override
  public SwitchSession open(SwitchEndpoint endpoint) {
    called("open");
    return new Session();
  }

  private final class Session implements SwitchSession {
    @Override
    public Map<PortName, PortConfig> read(Collection<PortName> ports) {
      called("read " + String.join(" ", ports.stream().map(PortName::value).sorted().toList()));
      Map<PortName, PortConfig> read = new LinkedHashMap<>();
      for (PortName port : ports) {
        requireWilling(port);
        read.put(port, running.getOrDefault(port, PortConfig.PARKED));
      }
      return read;
    }

    @Override
    public void apply(List<PortChange> changes) {
      for (PortChange change : changes) {
        called("write %s: %s".formatted(change.port(), change.desired()));
        requireWilling(change.port());
        if (!deaf.contains(change.port())) {
          running.put(change.port(), change.desired());
        }
      }
    }

    @Override
    public void save() {
      called("save");
    }

    @Override
    public void retire(Set<VlanId> vlans) {
      called("retire " + vlans);
    }

    @Override
    public void close() {
      log.add("close");
    }
  }

  @Override
  public Set<VlanId> reserved() {
    return reserved;
  }

  @Override
  public String type() {
    return "memory";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.NATIVELESS_TRUNK);
  }

  @Override
  public Set<String> settings() {
    return Set.of();
  }

  @Override
  public int defaultPort() {
    return 22;
  }

  @Override
  public boolean showsHostKey() {
    return false;
  }

  @Override
  public void validate(PortName port) {}

  @Override
  public List<String> render(PortChange change) {
    return List.of(change.toString());
  }

  @Override
  public Optional<String> hostKey(SwitchEndpoint endpoint) {
    return Optional.empty();
  }
}
