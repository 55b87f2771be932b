package org.haas.switches;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haas.config.HaasConfig;
import org.haas.spi.SwitchDriver;
import org.haas.spi.VlanId;

/**
 * The switch drivers that are installed: ours, and those of jars in the folder {@code
 * haas.drivers.path}.
 */
@ApplicationScoped
public class Drivers {
  private static final System.Logger LOG = System.getLogger(Drivers.class.getName());

  /** HIL's types whose drivers are not there yet: they can be registered, and wait. */
  private static final Set<String> ANNOUNCED =
      Set.of("nexus", "powerconnect55xx", "delln3000", "brocade", "dellnos9");

  private final Map<String, SwitchDriver> drivers = new TreeMap<>();

  @Inject private HaasConfig config;

  @PostConstruct
  void load() {
    ClassLoader ours = SwitchDriver.class.getClassLoader();
    add(ServiceLoader.load(SwitchDriver.class, ours));
    config
        .driversPath()
        .ifPresent(
            folder ->
                add(
                    ServiceLoader.load(
                        SwitchDriver.class, new URLClassLoader(jars(folder), ours))));
    LOG.log(INFO, "switch drivers: {0}", drivers.keySet());
  }

  /** The driver of that type, if it is installed. */
  public Optional<SwitchDriver> find(String type) {
    return Optional.ofNullable(drivers.get(type));
  }

  /** Whether a switch of that type can be registered. */
  boolean knows(String type) {
    return drivers.containsKey(type) || ANNOUNCED.contains(type);
  }

  /** The types that can be registered. */
  Set<String> types() {
    Set<String> types = new TreeSet<>(ANNOUNCED);
    types.addAll(drivers.keySet());
    return types;
  }

  /** The VLAN ids that some installed driver keeps for itself: no network gets one. */
  public Set<VlanId> reserved() {
    Set<VlanId> reserved = new TreeSet<>();
    drivers.values().forEach(driver -> reserved.addAll(driver.reserved()));
    return reserved;
  }

  private void add(ServiceLoader<SwitchDriver> found) {
    found.forEach(driver -> drivers.putIfAbsent(driver.type(), driver));
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(Drivers::url)
          .toArray(URL[]::new);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "haas.drivers.path %s cannot be read.".formatted(folder), unreadable);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
