package org.haas.switches;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
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
 * haas.drivers.path}. Ours come first; a driver that cannot be loaded is logged and left out.
 */
@ApplicationScoped
public class Drivers {
  private static final System.Logger LOG = System.getLogger(Drivers.class.getName());

  /** HIL's types whose drivers are not there yet: they can be registered, and wait. */
  private static final Set<String> ANNOUNCED =
      Set.of("powerconnect55xx", "delln3000", "brocade", "dellnos9");

  private final Map<String, SwitchDriver> drivers = new TreeMap<>();
  private HaasConfig config;
  private Optional<URLClassLoader> foreign = Optional.empty();

  /** For CDI's proxy. */
  protected Drivers() {}

  /** Loads nothing yet. */
  @Inject
  public Drivers(HaasConfig config) {
    this.config = config;
  }

  @PostConstruct
  void load() {
    ClassLoader ours = SwitchDriver.class.getClassLoader();
    add(ServiceLoader.load(SwitchDriver.class, ours));
    foreign = config.driversPath().map(folder -> new URLClassLoader("drivers", jars(folder), ours));
    foreign.ifPresent(loader -> add(ServiceLoader.load(SwitchDriver.class, loader)));
    LOG.log(INFO, "switch drivers: {0}", drivers.keySet());
  }

  @PreDestroy
  void unload() {
    try {
      if (foreign.isPresent()) {
        foreign.get().close();
      }
    } catch (IOException failed) {
      LOG.log(WARNING, "the jars of haas.drivers.path are not closed", failed);
    }
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
    Iterator<SwitchDriver> each = found.iterator();
    boolean more = true;
    while (more) {
      more = addNext(each);
    }
  }

  /** One that cannot be loaded must not keep the others away. */
  private boolean addNext(Iterator<SwitchDriver> each) {
    try {
      if (!each.hasNext()) {
        return false;
      }
      SwitchDriver driver = each.next();
      SwitchDriver first = drivers.putIfAbsent(driver.type(), driver);
      if (first != null && first.getClass() != driver.getClass()) {
        LOG.log(
            WARNING,
            "driver {0} is not used: {1} has the type {2} already",
            driver.getClass().getName(),
            first.getClass().getName(),
            driver.type());
      }
    } catch (ServiceConfigurationError | LinkageError broken) {
      LOG.log(ERROR, "a driver of haas.drivers.path is not used: " + broken.getMessage(), broken);
    }
    return true;
  }

  private static URL[] jars(Path folder) {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(jar.toUri().toURL());
      }
    } catch (IOException unreadable) {
      LOG.log(
          ERROR,
          "haas.drivers.path %s cannot be read; the drivers there are missing".formatted(folder),
          unreadable);
    }
    return jars.toArray(URL[]::new);
  }
}
