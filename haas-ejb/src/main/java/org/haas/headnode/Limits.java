package org.haas.headnode;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.config.HeadnodeLimits;
import org.haas.error.HaasException;
import org.haas.project.Project;
import org.haas.project.ProjectStore;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** What the headnodes of projects may have together. */
@Stateless
public class Limits {
  @Inject private Access access;
  @Inject private ProjectStore projects;
  @Inject private LimitStore store;
  @Inject private AsSeen seen;

  /**
   * What those of a project may have, and have.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public LimitView show(Label project) {
    long id = access.requireMember(project);
    return new LimitView(store.of(id), store.used(id));
  }

  /**
   * Says what those of a project may have from now on; what is there already stays. For
   * administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  @Audited("headnode.limit")
  public LimitView set(Label project, HeadnodeLimits limits) {
    access.requireAdmin();
    Project known = projects.locked(project);
    seen.requireUnchanged("headnode limit of project", project);
    store.allow(known.id(), limits);
    return show(project);
  }
}
