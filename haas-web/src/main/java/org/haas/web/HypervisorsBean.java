package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.haas.headnode.HypervisorView;
import org.haas.headnode.Hypervisors;

/** The inventory's hypervisors. */
@Named("hypervisors")
@ViewScoped
public class HypervisorsBean implements Serializable {
  @Inject private Hypervisors hypervisors;

  private transient List<HypervisorView> found;

  /** Reads all of them: two statements. */
  public void load() {
    found = hypervisors.list();
  }

  /** All, by name. */
  public List<HypervisorView> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }
}
