package org.haas.web;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.faces.context.FacesContext;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haas.headnode.HeadnodeView;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.StepView;
import org.haas.overview.NameView;
import org.haas.spi.Channel;

/** Functions for pages. */
public final class Words {
  private static final int COLOURS = 8;
  private static final double MILLIS = 1000.0;

  private Words() {}

  /** The colour that a network has everywhere, 1 to 8. */
  public static int colour(String network) {
    return Math.floorMod(network.hashCode() * 31, COLOURS) + 1;
  }

  /** What is recorded of a node, in order; its values are JSON texts. */
  public static List<Fact> facts(Map<String, String> metadata) {
    return new TreeMap<>(metadata)
        .entrySet().stream()
            .map(entry -> new Fact(entry.getKey(), plain(entry.getValue())))
            .toList();
  }

  /** A JSON text as people write it: a string without its quotes. */
  static String plain(String json) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonString text ? text.getString() : value.toString();
    } catch (JsonException notJson) {
      return json;
    }
  }

  /** The address of the page that shows it. */
  public static String address(NameView found) {
    return switch (found.kind()) {
          case NODE -> "/nodes/";
          case NETWORK -> "/networks/";
          case PROJECT -> "/projects/";
          case HEADNODE -> "/headnodes/";
          case SWITCH -> "/admin/inventory/switches/";
          case HYPERVISOR -> "/admin/inventory/hypervisors/";
        }
        + found.name();
  }

  /**
   * Which sentence says what to do about the operation; empty when there is nothing to do, nor to
   * worry about.
   */
  public static String wayOut(OperationView operation) {
    if (operation.state().isOpen()) {
      return operation.attempts() == 0 ? "" : "way.again";
    }
    if (operation.state() != OperationState.ERROR) {
      return "";
    }
    if (isOfPower(operation.action())) {
      return "way.power";
    }
    if (operation.headnode().isPresent() || operation.action().equals("check_hypervisor")) {
      return "way.headnode";
    }
    if (operation.node().isEmpty()) {
      return "way.switch";
    }
    if (!operation.action().equals("modify_port")) {
      return "way.port";
    }
    return operation.network().isPresent() ? "way.connect" : "way.detach";
  }

  /** For a tag that takes what may be missing. */
  public static Optional<Object> present(Object value) {
    return Optional.of(value);
  }

  /** Whether an operation of that name is of a machine's controller. */
  public static boolean isOfPower(String action) {
    return action.startsWith("power_")
        || action.equals("boot_device")
        || action.equals("release_node");
  }

  /**
   * How long it took, in seconds as people write them; empty while it has not ended or not begun.
   */
  public static String took(OperationView operation) {
    return took(operation.startedAt(), operation.finishedAt());
  }

  /** The same of a step. */
  public static String stepTook(StepView step) {
    return took(step.startedAt(), step.finishedAt());
  }

  private static String took(Optional<Instant> from, Optional<Instant> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return "";
    }
    Duration took = Duration.between(from.get(), to.get());
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    return String.format(locale, "%.1f s", took.toMillis() / MILLIS);
  }

  /** Whether none of its NICs shall be on a network. */
  public static boolean unconnected(HeadnodeView headnode) {
    return headnode.nics().stream().allMatch(nic -> nic.network().isEmpty());
  }

  /** The VLAN of a tagged channel; nothing for the native one. */
  public static String vlan(Channel channel) {
    return channel instanceof Channel.Tagged tagged ? tagged.vlan().toString() : "";
  }
}
