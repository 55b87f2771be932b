package org.haas.driver.redfish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.ConsoleRegister;
import org.haas.driver.wire.HttpAnswer;
import org.haas.driver.wire.HttpCall;
import org.haas.driver.wire.ObjectPath;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/** One system of a controller: its power, what it boots from, its console. */
final class RedfishSession implements BmcSession {
  private static final String RESET = "#ComputerSystem.Reset";
  private static final String ALLOWED = "@Redfish.AllowableValues";
  private static final Set<String> RUNS = Set.of("On", "PoweringOn", "PoweringOff", "Paused");
  private static final int PRECONDITION_FAILED = 412;

  private final RedfishClient client;
  private final ConsoleRegister consoles;
  private Optional<String> path = Optional.empty();

  RedfishSession(RedfishClient client, ConsoleRegister consoles) {
    this.client = client;
    this.consoles = consoles;
  }

  @Override
  public PowerState power() {
    long deadline = client.deadline();
    return state(client.get(system(deadline), deadline));
  }

  private static PowerState state(Object system) {
    String said = ObjectPath.text(system, "PowerState").orElse("");
    if (RUNS.contains(said)) {
      return PowerState.ON;
    }
    return said.equals("Off") ? PowerState.OFF : PowerState.UNKNOWN;
  }

  @Override
  public void command(PowerCommand command) {
    long deadline = client.deadline();
    Object system = client.get(system(deadline), deadline);
    PowerState wanted = command == PowerCommand.ON ? PowerState.ON : PowerState.OFF;
    if (state(system) == wanted) {
      return;
    }
    String target = client.path(system, "Actions", RESET, "target");
    String type = chosen(command, allowed(system, deadline));
    HttpCall reset = HttpCall.of("POST", target, Map.of("ResetType", type));
    new RedfishTask(client).await(client.answer(reset, deadline), deadline);
  }

  /** What the system takes; empty when it does not say. */
  private List<String> allowed(Object system, long deadline) {
    Object action = ObjectPath.at(system, "Actions", RESET).orElse(Map.of());
    List<String> listed = ObjectPath.texts(action, "ResetType" + ALLOWED);
    Optional<String> info = ObjectPath.text(action, "@Redfish.ActionInfo").flatMap(client::path);
    if (!listed.isEmpty() || info.isEmpty()) {
      return listed;
    }
    Object described = client.get(info.get(), deadline);
    List<?> parameters =
        ObjectPath.at(described, "Parameters")
            .filter(List.class::isInstance)
            .map(List.class::cast)
            .orElse(List.of());
    return parameters.stream()
        .filter(one -> ObjectPath.text(one, "Name").filter("ResetType"::equals).isPresent())
        .flatMap(one -> ObjectPath.texts(one, "AllowableValues").stream())
        .toList();
  }

  private String chosen(PowerCommand command, List<String> allowed) {
    List<String> fitting =
        switch (command) {
          case ON -> List.of("On", "ForceOn");
          case OFF -> List.of("ForceOff");
          case SHUT_DOWN -> List.of("GracefulShutdown", "PushPowerButton");
        };
    return fitting.stream()
        .filter(one -> allowed.isEmpty() || allowed.contains(one))
        .findFirst()
        .orElseThrow(
            () ->
                RedfishFailures.refused(
                    client.endpoint(),
                    "takes none of %s to change power; it takes %s".formatted(fitting, allowed)));
  }

  @Override
  public void bootFrom(BootDevice device, boolean once) {
    long deadline = client.deadline();
    HttpAnswer changed = override(device, once, deadline);
    if (changed.status() == PRECONDITION_FAILED) {
      changed = override(device, once, deadline);
    }
    if (!changed.isDone()) {
      throw RedfishFailures.refused(
          client.endpoint(), "refused: " + RedfishFailures.words(changed));
    }
    new RedfishTask(client).await(changed, deadline);
  }

  /** With the version that was read, which many controllers insist on. */
  private HttpAnswer override(BootDevice device, boolean once, long deadline) {
    String at = system(deadline);
    HttpAnswer read = client.answer(HttpCall.get(at), deadline);
    Object system = client.json(read);
    String target =
        switch (device) {
          case DISK -> "Hdd";
          case PXE -> "Pxe";
          case NONE -> "None";
        };
    List<String> allowed = ObjectPath.texts(system, "Boot", "BootSourceOverrideTarget" + ALLOWED);
    if (!allowed.isEmpty() && !allowed.contains(target)) {
      throw RedfishFailures.refused(
          client.endpoint(), "cannot boot from %s; it can from %s".formatted(target, allowed));
    }
    Map<String, Object> boot = new LinkedHashMap<>();
    boot.put("BootSourceOverrideEnabled", enabled(device, once));
    boot.put("BootSourceOverrideTarget", target);
    HttpCall patch = HttpCall.of("PATCH", at, Map.of("Boot", boot));
    Optional<String> version = read.header("etag").or(() -> ObjectPath.text(system, "@odata.etag"));
    return client.any(version.map(tag -> patch.with("If-Match", tag)).orElse(patch), deadline);
  }

  private static String enabled(BootDevice device, boolean once) {
    if (device == BootDevice.NONE) {
      return "Disabled";
    }
    return once ? "Once" : "Continuous";
  }

  @Override
  public BmcConsole console() {
    long deadline = client.deadline();
    String address = client.endpoint().address() + "#" + system(deadline);
    Object system = client.get(system(deadline), deadline);
    RedfishConsole place = RedfishConsole.of(client, system, deadline);
    consoles.endAt(address);
    return place.open(consoles, address);
  }

  /** The path of the system: the only one, or the one that the setting names. */
  private String system(long deadline) {
    if (path.isEmpty()) {
      Object root = client.root(deadline);
      Object all = client.get(client.path(root, "Systems", "@odata.id"), deadline);
      path = Optional.of(chosen(links(all)));
    }
    return path.get();
  }

  private static List<String> links(Object collection) {
    List<String> links = new ArrayList<>();
    Optional<String> link = ObjectPath.text(collection, "Members", 0, "@odata.id");
    while (link.isPresent()) {
      links.add(link.get());
      link = ObjectPath.text(collection, "Members", links.size(), "@odata.id");
    }
    return links;
  }

  private String chosen(List<String> links) {
    String wanted = client.endpoint().settings().getOrDefault(RedfishBmc.SYSTEM, "");
    List<String> fitting =
        wanted.isEmpty()
            ? links
            : links.stream()
                .filter(link -> link.equals(wanted) || link.endsWith("/" + wanted))
                .toList();
    if (fitting.size() != 1) {
      throw RedfishFailures.refused(
          client.endpoint(),
          "has the systems %s: name one of them in the setting system".formatted(links));
    }
    return client
        .path(fitting.get(0))
        .orElseThrow(() -> RedfishFailures.refused(client.endpoint(), "names no system"));
  }

  @Override
  public void close() {
    client.close();
  }
}
