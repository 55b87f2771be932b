package org.haas.rest.v0;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.document.InvalidRequest;
import org.haas.document.Username;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.VlanId;
import org.haas.switches.SwitchSpec;

/** A switch to register, in HIL's words. */
record SwitchRequest(SwitchType type, Arguments arguments) {
  private static final String BRIDGE_FORM = "[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}";
  private static final String INTERFACE_FORM = "[a-zA-Z][a-zA-Z0-9-]{0,62}";

  /** A dummy VLAN of a Dell N3000 ends here: the switch keeps those above. */
  private static final int LAST_OF_N3000 = 4093;

  /** HIL drives the Open vSwitch of its own machine, so that is where ours is looked for. */
  private static final HostAndPort LOCAL = new HostAndPort("localhost", Optional.empty());

  /**
   * The same in ours.
   *
   * @throws HaasException BAD_ARGUMENT other arguments than the type's, or a value that cannot be
   */
  SwitchSpec spec(Label name) {
    Set<String> given = arguments.namesBesides("type");
    if (!given.equals(type.arguments())) {
      throw HaasException.badArgument(
          "type",
          "a switch of this type takes exactly: %s."
              .formatted(String.join(", ", type.arguments())));
    }
    return type == SwitchType.OVS ? bridge(name) : login(name);
  }

  private SwitchSpec bridge(Label name) {
    String bridge = matching("ovs_bridge", BRIDGE_FORM, "the name of a bridge");
    return spec(name, LOCAL, "", Secret.NONE, Map.of("bridge", bridge));
  }

  private SwitchSpec login(Label name) {
    HostAndPort address = Names.value("hostname", text("hostname"), HostAndPort::parse);
    String username = Names.value("username", text("username"), Username::new).value();
    return spec(name, address, username, new Secret(text("password")), settings());
  }

  private SwitchSpec spec(
      Label name, HostAndPort at, String username, Secret secret, Map<String, String> settings) {
    return new SwitchSpec(
        name, type.driver(), at.host(), at.port(), username, secret, Optional.empty(), settings);
  }

  /** The dummy of a Nexus is only looked at: our driver gives no two ports the same one. */
  private Map<String, String> settings() {
    Map<String, String> given =
        type.setting().map(name -> Map.of(name, setting(name))).orElse(Map.of());
    return type == SwitchType.NEXUS ? Map.of() : given;
  }

  private String setting(String name) {
    return name.equals("dummy_vlan")
        ? dummyVlan()
        : matching(name, INTERFACE_FORM, "a word such as TenGigabitEthernet");
  }

  private String dummyVlan() {
    JsonValue given = arguments.value("dummy_vlan");
    String text = given instanceof JsonNumber ? given.toString() : text("dummy_vlan");
    VlanId vlan = Names.value("dummy_vlan", text, VlanId::parse);
    if (type == SwitchType.N3000 && vlan.value() > LAST_OF_N3000) {
      throw HaasException.badArgument("dummy_vlan", "it is a number from 1 to 4093 here.");
    }
    return vlan.toString();
  }

  private String matching(String argument, String form, String what) {
    String given = text(argument);
    if (!given.matches(form)) {
      throw HaasException.badArgument(argument, "it is " + what + ".");
    }
    return given;
  }

  /** A string; HIL calls another type here a bad argument, not an invalid request. */
  private String text(String argument) {
    try {
      return arguments.text(argument);
    } catch (InvalidRequest wrong) {
      throw new HaasException(ErrorCode.BAD_ARGUMENT, wrong.getMessage());
    }
  }
}
