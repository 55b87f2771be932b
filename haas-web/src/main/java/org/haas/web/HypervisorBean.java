package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.haas.headnode.HypervisorView;
import org.haas.headnode.Hypervisors;
import org.haas.spi.Label;

/** One hypervisor of the inventory. */
@Named("hypervisor")
@ViewScoped
public class HypervisorBean implements Serializable {
  private static final String MESSAGES = "messages";
  private static final String KEY_MESSAGES = "key-messages";

  @Inject private Hypervisors hypervisors;

  private String name;
  private String scanned;
  private transient HypervisorView view;

  /** Reads everything that the page shows. */
  public void load() {
    view = hypervisors.show(label());
  }

  /** The hypervisor. */
  public HypervisorView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Has it looked at, soon. */
  public void check() {
    Attempt.of(MESSAGES, () -> hypervisors.check(label()));
    load();
  }

  /** Forgets it and goes to the list. */
  public void delete() {
    if (Attempt.of(MESSAGES, () -> hypervisors.delete(label()))) {
      Leave.to("/admin/inventory/hypervisors");
    }
  }

  /** Asks it for its host key. */
  public void scan() {
    scanned = null;
    Attempt.of(KEY_MESSAGES, () -> scanned = hypervisors.scanHostKey(label()));
  }

  /** Trusts the key that was shown. */
  public void enrol() {
    if (Attempt.of(KEY_MESSAGES, () -> hypervisors.enrolHostKey(label(), scanned))) {
      scanned = null;
    }
    load();
  }

  private Label label() {
    return Input.label("hypervisor", name);
  }

  /** The host key that it showed, not yet trusted. */
  public String getScanned() {
    return scanned;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
