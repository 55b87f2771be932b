package org.haas.arch;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled classes of every module, by path: a WAR's cannot be had as a dependency. */
public final class Modules implements LocationProvider {
  private static final List<String> NAMES =
      List.of("haas-drivers", "haas-ejb", "haas-rest", "haas-web", "haas-ear", "haas-cli");

  @Override
  public Set<Location> get(Class<?> testClass) {
    return NAMES.stream()
        .map(Modules::classes)
        .map(Location::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Path classes(String module) {
    Path classes = Path.of("..", module, "target", "classes");
    if (!Files.isDirectory(classes.resolve("org/haas"))) {
      throw new IllegalStateException(
          "Module %s is not compiled, so its architecture cannot be looked at: build from the root."
              .formatted(module));
    }
    return classes;
  }
}
