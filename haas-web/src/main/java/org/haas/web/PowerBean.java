package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.haas.power.BootWord;
import org.haas.power.PowerAction;
import org.haas.power.PowerControls;

/** Power and boot device of the node of a page. What hurts is asked about first. */
@Named("power")
@ViewScoped
public class PowerBean implements Serializable {
  private static final String MESSAGES = "messages";

  @Inject private PowerControls power;
  @Inject private NodeBean node;

  private String asked = PowerAction.OFF.word();
  private String device = "pxe";
  private boolean once = true;

  /** Does it, soon. */
  public void act(String action) {
    Attempt.of(
        MESSAGES, () -> power.act(Input.label("node", node.getName()), PowerAction.parse(action)));
    node.load();
  }

  /** Opens the question whether to do it. */
  public void ask(String action) {
    asked = PowerAction.parse(action).word();
  }

  /** Does what was asked about. */
  public void confirm() {
    act(asked);
  }

  /** Chooses the boot device, soon. */
  public void boot() {
    Attempt.of(
        MESSAGES,
        () -> power.bootFrom(Input.label("node", node.getName()), BootWord.parse(device), once));
    node.load();
  }

  /** What is asked about. */
  public String getAsked() {
    return asked;
  }

  /** What a machine can boot from. */
  public List<String> getDevices() {
    return List.of("pxe", "disk", "none");
  }

  public String getDevice() {
    return device;
  }

  public void setDevice(String device) {
    this.device = device;
  }

  public boolean isOnce() {
    return once;
  }

  public void setOnce(boolean once) {
    this.once = once;
  }
}
