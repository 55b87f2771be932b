package org.haas.node;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.haas.config.DriverFolder;
import org.haas.document.Text;
import org.haas.error.HaasException;
import org.haas.spi.BmcDriver;

/** The drivers of management controllers that are installed. */
@ApplicationScoped
public class BmcDrivers {
  /** HIL's daemon for power and consoles: its nodes come by v0, whatever is installed. */
  public static final String OBMD = "obmd";

  private final Map<String, BmcDriver> drivers = new TreeMap<>();
  private DriverFolder folder;

  /** For CDI's proxy. */
  protected BmcDrivers() {}

  /** Loads nothing yet. */
  @Inject
  public BmcDrivers(DriverFolder folder) {
    this.folder = folder;
  }

  @PostConstruct
  void load() {
    drivers.putAll(folder.load(BmcDriver.class, BmcDriver::type));
  }

  /** The driver of that type, if it is installed. */
  public Optional<BmcDriver> find(String type) {
    return Optional.ofNullable(drivers.get(type));
  }

  /** The types that can be recorded. */
  Set<String> types() {
    Set<String> types = new TreeSet<>(drivers.keySet());
    types.add(OBMD);
    return types;
  }

  /**
   * Refuses what no controller of the type can have.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  void check(BmcSpec spec) {
    if (!types().contains(spec.type())) {
      throw HaasException.badArgument(
          "type",
          "there is no BMC type %s; there are: %s."
              .formatted(shown(spec.type()), String.join(", ", types())));
    }
    if (!spec.address().matches("[!-~]{1,300}")) {
      throw HaasException.badArgument(
          "address", "this has 1 to 300 printable characters without blanks.");
    }
    find(spec.type()).ifPresent(driver -> check(driver, spec));
  }

  private static void check(BmcDriver driver, BmcSpec spec) {
    try {
      driver.validate(spec.address());
    } catch (IllegalArgumentException wrong) {
      throw HaasException.badArgument("address", wrong.getMessage());
    }
    spec.settings()
        .forEach(
            (key, value) -> {
              if (!driver.settings().contains(key)) {
                throw HaasException.badArgument(
                    "settings",
                    "%s has no setting %s; it has: %s."
                        .formatted(
                            driver.type(),
                            shown(key),
                            String.join(", ", new TreeSet<>(driver.settings()))));
              }
              if (!value.matches("[a-zA-Z0-9/][a-zA-Z0-9./:@_-]{0,127}")) {
                throw HaasException.badArgument(
                    "settings",
                    key
                        + " has 1 to 128 letters, digits and . / : @ _ - and begins with a letter,"
                        + " a digit or a slash.");
              }
            });
  }

  private static String shown(String given) {
    return Text.shown(given);
  }
}
