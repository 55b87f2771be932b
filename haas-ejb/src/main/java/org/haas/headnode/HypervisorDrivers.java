package org.haas.headnode;

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
import org.haas.spi.HypervisorDriver;

/** The drivers of hypervisors that are installed. */
@ApplicationScoped
class HypervisorDrivers {
  private static final String HOST_KEY_FORM = "[a-z0-9@.-]{1,64} [A-Za-z0-9+/=]{16,4096}";
  private static final String SETTING_FORM = "[a-zA-Z0-9/][a-zA-Z0-9./:@_-]{0,127}";

  private final Map<String, HypervisorDriver> drivers = new TreeMap<>();
  private DriverFolder folder;

  /** For CDI's proxy. */
  protected HypervisorDrivers() {}

  /** Loads nothing yet. */
  @Inject
  HypervisorDrivers(DriverFolder folder) {
    this.folder = folder;
  }

  @PostConstruct
  void load() {
    drivers.putAll(folder.load(HypervisorDriver.class, HypervisorDriver::type));
  }

  /** The driver of that type, if it is installed. */
  Optional<HypervisorDriver> find(String type) {
    return Optional.ofNullable(drivers.get(type));
  }

  /** The types that can be registered. */
  Set<String> types() {
    return Set.copyOf(drivers.keySet());
  }

  /**
   * Refuses what no hypervisor of the type can have.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  void check(HypervisorSpec spec) {
    HypervisorDriver driver =
        find(spec.type())
            .orElseThrow(
                () ->
                    HaasException.badArgument(
                        "type",
                        "there is no hypervisor type %s; there are: %s."
                            .formatted(
                                Text.shown(spec.type()), String.join(", ", drivers.keySet()))));
    if (!spec.address().matches("[!-~]{1,300}")) {
      throw HaasException.badArgument(
          "address", "this has 1 to 300 printable characters without blanks.");
    }
    spec.hostKey().ifPresent(HypervisorDrivers::checkHostKey);
    spec.settings().forEach((key, value) -> checkSetting(driver, key, value));
    try {
      driver.validate(spec.address(), spec.settings());
    } catch (IllegalArgumentException wrong) {
      throw HaasException.badArgument("address", wrong.getMessage());
    }
  }

  /**
   * Refuses what is no host key.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  static void checkHostKey(String key) {
    if (!key.matches(HOST_KEY_FORM)) {
      throw HaasException.badArgument(
          "hostKey", "this is the key's type and its base64 text, as in ssh-keyscan's output.");
    }
  }

  private static void checkSetting(HypervisorDriver driver, String key, String value) {
    if (!driver.settings().contains(key)) {
      throw HaasException.badArgument(
          "settings",
          "%s has no setting %s; it has: %s."
              .formatted(
                  driver.type(),
                  Text.shown(key),
                  String.join(", ", new TreeSet<>(driver.settings()))));
    }
    if (!value.matches(SETTING_FORM)) {
      throw HaasException.badArgument(
          "settings",
          key
              + " has 1 to 128 letters, digits and . / : @ _ - and begins with a letter, a digit or"
              + " a slash.");
    }
  }
}
