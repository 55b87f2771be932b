package org.haas.config;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haas.spi.DriverException;

/**
 * Finds the drivers of one kind of hardware: ours, and those of jars in the folder {@code
 * haas.drivers.path}. Ours come first; a driver that cannot be loaded is logged and left out.
 */
@ApplicationScoped
public class DriverFolder {
  private static final System.Logger LOG = System.getLogger(DriverFolder.class.getName());
  private static final ClassLoader OURS = DriverException.class.getClassLoader();

  private HaasConfig config;
  private Optional<URLClassLoader> foreign = Optional.empty();
  private boolean opened;

  /** For CDI's proxy. */
  protected DriverFolder() {}

  /** Looks into no jar yet. */
  @Inject
  public DriverFolder(HaasConfig config) {
    this.config = config;
  }

  /**
   * The drivers by their type.
   *
   * @param kind the interface of {@code org.haas.spi}
   * @param type how a driver says its type
   */
  public <D> Map<String, D> load(Class<D> kind, Function<D, String> type) {
    Map<String, D> drivers = new TreeMap<>();
    add(ServiceLoader.load(kind, OURS), type, drivers);
    foreign().ifPresent(jars -> add(ServiceLoader.load(kind, jars), type, drivers));
    LOG.log(INFO, "{0}s: {1}", kind.getSimpleName(), drivers.keySet());
    return drivers;
  }

  /** Lets go of the jars. */
  @PreDestroy
  public void close() {
    try {
      if (foreign.isPresent()) {
        foreign.get().close();
      }
    } catch (IOException failed) {
      LOG.log(WARNING, "the jars of haas.drivers.path are not closed", failed);
    }
  }

  private synchronized Optional<URLClassLoader> foreign() {
    if (!opened) {
      opened = true;
      foreign =
          config.driversPath().map(folder -> new URLClassLoader("drivers", jars(folder), OURS));
    }
    return foreign;
  }

  private static <D> void add(
      ServiceLoader<D> found, Function<D, String> type, Map<String, D> drivers) {
    Iterator<D> each = found.iterator();
    boolean more = true;
    while (more) {
      more = addNext(each, type, drivers);
    }
  }

  /** One that cannot be loaded must not keep the others away. */
  private static <D> boolean addNext(
      Iterator<D> each, Function<D, String> type, Map<String, D> drivers) {
    try {
      if (!each.hasNext()) {
        return false;
      }
      D driver = each.next();
      D first = drivers.putIfAbsent(type.apply(driver), driver);
      if (first != null && first.getClass() != driver.getClass()) {
        LOG.log(
            WARNING,
            "driver {0} is not used: {1} has the type {2} already",
            driver.getClass().getName(),
            first.getClass().getName(),
            type.apply(driver));
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
