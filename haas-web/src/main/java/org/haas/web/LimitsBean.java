package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.haas.config.HeadnodeLimits;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.LimitView;
import org.haas.headnode.Limits;
import org.haas.spi.Label;

/** What the headnodes of the project of a page may have together; an administrator changes it. */
@Named("limits")
@ViewScoped
public class LimitsBean implements Serializable {
  private static final Set<String> FIELDS = Set.of("headnodes", "cpus", "memoryMib", "diskGib");

  @Inject private Limits limits;
  @Inject private ProjectBean project;

  private String headnodes;
  private String cpus;
  private String memory;
  private String disk;
  private transient LimitView view;

  /** What they may have, and have. */
  public LimitView getView() {
    if (view == null) {
      view = limits.show(label());
    }
    return view;
  }

  /** Opens the form with what they may have now. */
  public void reset() {
    HeadnodeLimits most = getView().most();
    headnodes = String.valueOf(most.headnodes());
    cpus = String.valueOf(most.cpus());
    memory = String.valueOf(most.memoryMib());
    disk = String.valueOf(most.diskGib());
  }

  /** Says what they may have from now on. */
  public void set() {
    Attempt.of("new-limits", FIELDS, () -> limits.set(label(), typed()));
    view = null;
  }

  private HeadnodeLimits typed() {
    return new FormDocument()
        .number("headnodes", headnodes)
        .number("cpus", cpus)
        .number("memoryMib", memory)
        .number("diskGib", disk)
        .read(HeadnodeFields::limits);
  }

  private Label label() {
    return Input.label("project", project.getName());
  }

  public String getHeadnodes() {
    return headnodes;
  }

  public void setHeadnodes(String headnodes) {
    this.headnodes = headnodes;
  }

  public String getCpus() {
    return cpus;
  }

  public void setCpus(String cpus) {
    this.cpus = cpus;
  }

  public String getMemory() {
    return memory;
  }

  public void setMemory(String memory) {
    this.memory = memory;
  }

  public String getDisk() {
    return disk;
  }

  public void setDisk(String disk) {
    this.disk = disk;
  }
}
