package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.hook.HookUrl;
import org.haas.maintenance.MaintenancePools;
import org.haas.maintenance.MaintenanceSpec;
import org.haas.maintenance.MaintenanceView;
import org.haas.maintenance.StayView;
import org.haas.node.Nodes;
import org.haas.operation.Operations;
import org.haas.spi.Secret;

/** The maintenance pool: what is in it, and where it is. */
@Named("maintenance")
@ViewScoped
public class MaintenanceBean implements Serializable {
  private static final String MESSAGES = "messages";
  private static final String POOL_MESSAGES = "pool-messages";

  @Inject private MaintenancePools pools;
  @Inject private Nodes nodes;
  @Inject private Operations operations;

  private String project;
  private String url;
  private String secret;
  private transient Optional<MaintenanceView> pool;
  private transient List<StayView> stays;

  /** Reads everything, also what the form shows. */
  public void open() {
    load();
    project = pool.map(known -> known.project().value()).orElse(null);
    url = pool.map(known -> known.url().toString()).orElse(null);
    secret = null;
  }

  /** Reads what is shown; what somebody is typing stays. */
  public void load() {
    pool = pools.find();
    stays = pools.stays();
  }

  /** The pool, if there is one. */
  public Optional<MaintenanceView> getPool() {
    once();
    return pool;
  }

  /** The machines in it. */
  public List<StayView> getStays() {
    once();
    return stays;
  }

  /** The machine is ready for everybody. */
  public void back(String node) {
    Attempt.of(MESSAGES, () -> nodes.maintained(Input.label("node", node)));
    load();
  }

  /** Has the service told again at once. */
  public void retry(String operation) {
    Attempt.of(MESSAGES, () -> operations.retry(UUID.fromString(operation)));
    load();
  }

  /** Says where machines go from now on. */
  public void save() {
    if (Attempt.of(POOL_MESSAGES, () -> pools.set(spec()))) {
      open();
    }
  }

  private MaintenanceSpec spec() {
    return new MaintenanceSpec(
        Input.label("project", project),
        Input.value("url", url == null ? "" : url.strip(), HookUrl::parse),
        Input.text(secret).map(Secret::new));
  }

  /** Machines go nowhere from now on. */
  public void remove() {
    Attempt.of(POOL_MESSAGES, () -> pools.remove());
    open();
  }

  private void once() {
    if (pool == null || stays == null) {
      load();
    }
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  /** Nobody is shown it. */
  public String getSecret() {
    return null;
  }

  public void setSecret(String secret) {
    this.secret = secret;
  }
}
