package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.node.CableView;
import org.haas.node.Cabling;
import org.haas.node.LooseNic;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.PortView;
import org.haas.switches.SwitchView;
import org.haas.switches.Switches;

/** The dialog that records a cable: which NIC is behind which port. From either end. */
@Named("cable")
@ViewScoped
public class CableBean implements Serializable {
  /** The most NICs to choose from; the rest is found on the pages of their nodes. */
  private static final int MOST = 500;

  private static final String MESSAGES = "cable-messages";
  private static final String SEPARATOR = " ";

  @Inject private Switches switches;
  @Inject private Cabling cabling;
  @Inject private SwitchBean atSwitch;
  @Inject private MachineBean atNode;

  private String switchName;
  private String port;
  private String node;
  private String nic;
  private transient List<String> names;
  private transient List<PortName> free;
  private transient List<LooseNic> loose;

  /** Opens the dialog for a port of the switch that is shown. */
  public void atPort(String chosen) {
    switchName = atSwitch.getName();
    port = chosen;
    nic = null;
    loose = cabling.loose(MOST);
  }

  /** Opens the dialog for a NIC of the node that is shown. */
  public void atNic(String chosen) {
    node = atNode.getName();
    nic = chosen;
    port = null;
    switchName = getNames().stream().findFirst().orElse(null);
    findFree();
  }

  /** Looks for the free ports of the switch that was chosen. */
  public void findFree() {
    if (switchName == null) {
      free = List.of();
      return;
    }
    Label label = Input.label("switch", switchName);
    SwitchView view = switches.show(label);
    Set<PortName> taken =
        cabling.ofSwitch(label).stream().map(CableView::port).collect(Collectors.toSet());
    free =
        view.ports().stream()
            .filter(each -> each.role() == PortRole.EDGE && !taken.contains(each.name()))
            .map(PortView::name)
            .toList();
  }

  /** Records the cable from a port to the NIC that was chosen. */
  public void plugPort() {
    String[] place = Input.text(nic).orElse(SEPARATOR).split(SEPARATOR, 2);
    if (plug(place[0], place[1])) {
      atSwitch.load();
    }
  }

  /** Records the cable from a NIC to the port that was chosen. */
  public void plugNic() {
    if (plug(node, nic)) {
      atNode.load();
    }
  }

  private boolean plug(String ofNode, String chosenNic) {
    return Attempt.of(
        MESSAGES,
        () ->
            cabling.connect(
                Input.label("switch", switchName),
                Input.value("port", Input.text(port).orElse(""), PortName::new),
                Input.label("node", ofNode),
                Input.label("nic", chosenNic)));
  }

  /** The names of all switches. */
  public List<String> getNames() {
    if (names == null) {
      names = switches.list().stream().map(each -> each.name().value()).toList();
    }
    return names;
  }

  /** The free ports of the chosen switch. */
  public List<PortName> getFree() {
    if (free == null) {
      findFree();
    }
    return free;
  }

  /** The NICs that have no port. */
  public List<LooseNic> getLoose() {
    return loose == null ? List.of() : loose;
  }

  public String getSwitchName() {
    return switchName;
  }

  public void setSwitchName(String switchName) {
    this.switchName = switchName;
  }

  public String getPort() {
    return port;
  }

  public void setPort(String port) {
    this.port = port;
  }

  public String getNode() {
    return node;
  }

  public String getNic() {
    return nic;
  }

  public void setNic(String nic) {
    this.nic = nic;
  }
}
