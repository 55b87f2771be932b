package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.HeadnodeSpec;
import org.haas.headnode.Headnodes;
import org.haas.headnode.LimitView;
import org.haas.headnode.Limits;
import org.haas.spi.Label;

/** The dialog that makes a headnode. */
@Named("newHeadnode")
@ViewScoped
public class NewHeadnodeBean implements Serializable {
  private static final String PLACE = "new-headnode";
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "project",
          "image",
          "cpus",
          "memoryMib",
          "diskGib",
          "hostName",
          "keys",
          "userData");

  @Inject private Headnodes headnodes;
  @Inject private Limits limits;
  @Inject private TopBean top;

  private boolean opened;
  private String name;
  private String project;
  private String image;
  private String cpus;
  private String memory;
  private String disk;
  private String hostName;
  private String keys;
  private String userData;
  private boolean start;
  private transient List<Label> images;
  private transient Optional<LimitView> limit;

  /** Opens the dialog with the least that a usual system needs. */
  public void reset() {
    opened = true;
    HeadnodeSpec.Size small = HeadnodeSpec.Size.SMALL;
    name = null;
    project = top.getProject();
    image = null;
    cpus = String.valueOf(small.cpus());
    memory = String.valueOf(small.memoryMib());
    disk = String.valueOf(small.diskGib());
    hostName = null;
    keys = null;
    userData = null;
    start = true;
    look();
  }

  /** Reads anew what there is to choose from, and what the project may still have. */
  public void look() {
    images = null;
    limit = null;
  }

  /** Makes it and goes to its page, which shows how it goes. */
  public void create() {
    look();
    if (Attempt.of(PLACE, FIELDS, () -> headnodes.create(spec()))) {
      Leave.to("/headnodes/" + name.strip());
    }
  }

  private HeadnodeSpec spec() {
    return new FormDocument()
        .text("name", name)
        .text("project", project)
        .text("image", image)
        .number("cpus", cpus)
        .number("memoryMib", memory)
        .number("diskGib", disk)
        .text("hostName", hostName)
        .list("keys", keys)
        .lines("userData", userData)
        .flag("start", start)
        .read(HeadnodeFields::spec);
  }

  /** What it can be made from; nothing is read before the dialog is open. */
  public List<Label> getImages() {
    if (images == null) {
      images = opened ? headnodes.images() : List.of();
    }
    return images;
  }

  /** What the chosen project may have, and has; empty when there is none. */
  public Optional<LimitView> getLimit() {
    if (limit == null) {
      limit = opened ? Input.labelIn(project).map(limits::show) : Optional.empty();
    }
    return limit;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getImage() {
    return image;
  }

  public void setImage(String image) {
    this.image = image;
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

  public String getHostName() {
    return hostName;
  }

  public void setHostName(String hostName) {
    this.hostName = hostName;
  }

  public String getKeys() {
    return keys;
  }

  public void setKeys(String keys) {
    this.keys = keys;
  }

  public String getUserData() {
    return userData;
  }

  public void setUserData(String userData) {
    this.userData = userData;
  }

  public boolean isStart() {
    return start;
  }

  public void setStart(boolean start) {
    this.start = start;
  }
}
