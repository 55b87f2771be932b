package org.haas.rest.v0;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.error.HaasException;
import org.haas.spi.PortName;

/** The types of switches that HIL knows, and which driver of ours each is. */
enum SwitchType {
  MOCK("mock", "sim", "", Forms.GI_TE),
  OVS("ovs", "ovs", "ovs_bridge", Forms.ANYTHING),
  POWERCONNECT("powerconnect55xx", "powerconnect55xx", "", Forms.GI_TE),
  N3000("delln3000", "delln3000", "dummy_vlan", Forms.GI_TE),
  NEXUS("nexus", "nexus", "dummy_vlan", Forms.ETHERNET),
  BROCADE("brocade", "brocade", "interface_type", Forms.NUMBERS),
  DELL_OS9("dellnos9", "dellnos9", "interface_type", Forms.NUMBERS);

  private static final String PREFIX = "http://schema.massopencloud.org/haas/v0/switches/";
  private static final List<String> LOGIN = List.of("hostname", "username", "password");

  private final String hilName;
  private final String driver;
  private final String setting;
  private final Pattern ports;

  SwitchType(String hilName, String driver, String setting, Pattern ports) {
    this.hilName = hilName;
    this.driver = driver;
    this.setting = setting;
    this.ports = ports;
  }

  /**
   * The type with that URL.
   *
   * @throws HaasException BAD_ARGUMENT HIL has no such type
   */
  static SwitchType of(String url) {
    return Stream.of(values())
        .filter(type -> url.equals(PREFIX + type.hilName))
        .findFirst()
        .orElseThrow(
            () ->
                HaasException.badArgument(
                    "type", "no such type; it is %s and a name such as mock.".formatted(PREFIX)));
  }

  /**
   * Refuses a port that no switch of that type has. For types whose driver is not installed, and so
   * cannot judge.
   *
   * @throws HaasException BAD_ARGUMENT
   */
  static void checkPort(String driver, PortName port) {
    Optional<SwitchType> type =
        Stream.of(values()).filter(known -> known.driver.equals(driver)).findFirst();
    if (type.isPresent() && !type.get().ports.matcher(port.value()).matches()) {
      throw HaasException.badArgument(
          "port", "a %s switch has no port of such a name.".formatted(type.get().hilName));
    }
  }

  /** The name of our driver. */
  String driver() {
    return driver;
  }

  /** The argument that only this type takes, if there is one. */
  Optional<String> setting() {
    return Optional.of(setting).filter(name -> !name.isEmpty());
  }

  /** The arguments that registering one takes besides its type: exactly these, sorted. */
  NavigableSet<String> arguments() {
    NavigableSet<String> names = new TreeSet<>(this == OVS ? List.of() : LOGIN);
    setting().ifPresent(names::add);
    return names;
  }

  private static final class Forms {
    static final Pattern GI_TE = Pattern.compile("(gi|te)\\d+/\\d+(/\\d+)?");
    static final Pattern ETHERNET = Pattern.compile("[Ee]thernet\\d+/\\d+(/\\d+)?");
    static final Pattern NUMBERS = Pattern.compile("\\d+/\\d+(/\\d+)?");
    static final Pattern ANYTHING = Pattern.compile(".*");
  }
}
