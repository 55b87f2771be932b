package org.haas.maintenance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.project.Project;
import org.haas.project.ProjectStore;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Where machines go between two tenants; an installation has one or none. */
@Stateless
public class MaintenancePools {
  private static final String POOL = "maintenance pool";
  private static final String OF_US = "of this installation";
  private static final int SHORTEST_SECRET = 16;

  @Inject private Access access;
  @Inject private ProjectStore projects;
  @Inject private MaintenanceStore store;
  @Inject private AsSeen seen;

  /**
   * The pool. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND there is none
   */
  public MaintenanceView show() {
    access.requireAdmin();
    return find().orElseThrow(() -> HaasException.notFound(POOL, OF_US));
  }

  /**
   * The pool, if there is one. For administrators.
   *
   * @throws HaasException FORBIDDEN
   */
  public Optional<MaintenanceView> find() {
    access.requireAdmin();
    return store.find().map(MaintenanceStore.Pool::view);
  }

  /**
   * Says where machines go from now on. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND the project; BAD_ARGUMENT the secret is short, or
   *     none is known yet
   */
  @Audited("maintenance.set")
  public MaintenanceView set(MaintenanceSpec spec) {
    access.requireAdmin();
    Project project = projects.kept(spec.project());
    Optional<MaintenanceStore.Pool> before = store.locked();
    seen.requireUnchanged(POOL, OF_US);
    Secret secret = spec.secret().orElseGet(() -> known(before));
    if (secret.reveal().length() < SHORTEST_SECRET) {
      throw HaasException.badArgument(
          "secret", "this has %d characters at least.".formatted(SHORTEST_SECRET));
    }
    store.record(project, spec.url(), secret);
    return show();
  }

  private static Secret known(Optional<MaintenanceStore.Pool> before) {
    return before
        .map(MaintenanceStore.Pool::secret)
        .orElseThrow(
            () -> HaasException.badArgument("secret", "the first time, this field is required."));
  }

  /**
   * From now on machines that are given back are free. Those that are there stay until they are
   * given back; nobody is told of them any more. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND there is none
   */
  @Audited("maintenance.remove")
  public void remove() {
    access.requireAdmin();
    if (store.locked().isEmpty()) {
      throw HaasException.notFound(POOL, OF_US);
    }
    seen.requireUnchanged(POOL, OF_US);
    store.forget();
  }

  /** The machines in maintenance that the caller may see: all, or those of his projects. */
  public List<StayView> stays() {
    access.requireLogin();
    return store.stays(access.mayUse("n.project_id"));
  }

  /**
   * One of them.
   *
   * @throws HaasException NOT_FOUND it is not in maintenance, or not his to see
   */
  public StayView stay(Label node) {
    access.requireLogin();
    return stays().stream()
        .filter(stay -> stay.node().equals(node))
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("node in maintenance", node));
  }
}
