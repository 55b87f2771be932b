package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.node.CableView;
import org.haas.node.Cabling;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchView;
import org.haas.switches.Switches;

/** One switch of the inventory: its ports and what is behind them. */
@Named("rack")
@ViewScoped
public class SwitchBean implements Serializable {
  private static final String MESSAGES = "messages";

  @Inject private Switches switches;
  @Inject private Cabling cabling;

  private String name;
  private String newPorts;
  private boolean trunk;
  private String scanned;
  private transient SwitchView view;
  private transient List<PortRow> ports;

  /** Reads everything that the page shows. */
  public void load() {
    view = switches.show(label());
    Map<PortName, CableView> cables =
        cabling.ofSwitch(label()).stream()
            .collect(Collectors.toMap(CableView::port, Function.identity()));
    ports =
        view.ports().stream()
            .map(port -> new PortRow(port, Optional.ofNullable(cables.get(port.name()))))
            .toList();
  }

  /** The switch. */
  public SwitchView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Its ports in the order of their registration. */
  public List<PortRow> getPorts() {
    getView();
    return ports;
  }

  /**
   * Records the ports named, one by one: the first that is refused ends it, and stays to be seen.
   */
  public void addPorts() {
    PortRole role = trunk ? PortRole.PRESET : PortRole.EDGE;
    List<String> names = List.of(Input.text(newPorts).orElse("").split("[\\s,]+"));
    int added = 0;
    while (added < names.size() && addPort(names.get(added), role)) {
      added++;
    }
    newPorts = String.join(" ", names.subList(added, names.size()));
    load();
  }

  private boolean addPort(String port, PortRole role) {
    return Attempt.of(
        "new-port-messages",
        () -> switches.registerPort(label(), Input.value("port", port, PortName::new), role));
  }

  /** Forgets a port. */
  public void deletePort(String port) {
    attempt(() -> switches.deletePort(label(), new PortName(port)));
  }

  /** Records that no NIC is behind a port any more. */
  public void unplug(String port) {
    attempt(() -> cabling.disconnect(label(), new PortName(port)));
  }

  /** Forgets the switch and goes to the list. */
  public void delete() {
    if (Attempt.of(MESSAGES, () -> switches.delete(label()))) {
      Navigation.go("/admin/inventory");
    }
  }

  /** Asks the switch for its host key. */
  public void scan() {
    scanned = null;
    Attempt.of("key-messages", () -> scanned = switches.scanHostKey(label()));
  }

  /** Trusts the key that was shown. */
  public void enrol() {
    if (Attempt.of("key-messages", () -> switches.enrolHostKey(label(), scanned))) {
      scanned = null;
    }
    load();
  }

  private void attempt(Runnable action) {
    Attempt.of(MESSAGES, action);
    load();
  }

  private Label label() {
    return Input.label("switch", name);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNewPorts() {
    return newPorts;
  }

  public void setNewPorts(String newPorts) {
    this.newPorts = newPorts;
  }

  public boolean isTrunk() {
    return trunk;
  }

  public void setTrunk(boolean trunk) {
    this.trunk = trunk;
  }

  /** The host key that the switch showed, not yet trusted. */
  public String getScanned() {
    return scanned;
  }
}
