package org.haas.switches;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haas.config.DriverFolder;
import org.haas.spi.SwitchDriver;
import org.haas.spi.VlanId;

/** The switch drivers that are installed. */
@ApplicationScoped
public class Drivers {
  private final Map<String, SwitchDriver> drivers = new TreeMap<>();
  private SortedSet<VlanId> reserved = Collections.emptySortedSet();
  private DriverFolder folder;

  /** For CDI's proxy. */
  protected Drivers() {}

  /** Loads nothing yet. */
  @Inject
  public Drivers(DriverFolder folder) {
    this.folder = folder;
  }

  @PostConstruct
  void load() {
    drivers.putAll(folder.load(SwitchDriver.class, SwitchDriver::type));
    SortedSet<VlanId> ids = new TreeSet<>();
    drivers.values().forEach(driver -> ids.addAll(driver.reserved()));
    reserved = Collections.unmodifiableSortedSet(ids);
  }

  /** The driver of that type, if it is installed. */
  public Optional<SwitchDriver> find(String type) {
    return Optional.ofNullable(drivers.get(type));
  }

  /** Whether a switch of that type can be registered. */
  boolean knows(String type) {
    return drivers.containsKey(type);
  }

  /** The types that can be registered. */
  Set<String> types() {
    return Collections.unmodifiableSet(drivers.keySet());
  }

  /** The types of which switches tell by themselves what was changed there. */
  public Set<String> telling() {
    return drivers.values().stream()
        .filter(SwitchDriver::tellsChanges)
        .map(SwitchDriver::type)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The VLAN ids that some installed driver keeps for itself: no network gets one. */
  public Set<VlanId> reserved() {
    return reserved;
  }
}
