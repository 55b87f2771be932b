package org.haas.project;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.access.Role;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** Projects. */
@Stateless
public class Projects {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private ProjectStore store;
  @Inject private Tables tables;
  @Inject private AsSeen seen;

  /** The caller's projects by name; an administrator sees all. */
  public List<ProjectView> list() {
    Caller caller = access.caller();
    Sql his =
        new Sql("select p.label, m.role from project p left join standing m")
            .add("on m.project_id = p.id and m.issuer = ?", caller.issuer())
            .add("and m.subject = ?", caller.subject())
            .add("where ? or m.role is not null order by p.label", caller.admin());
    return tables.rows(
        his, row -> new ProjectView(new Label(row.text(1)), row.optional(2).map(Role::valueOf)));
  }

  /**
   * One project.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public ProjectView show(Label project) {
    access.requireMember(project);
    return list().stream()
        .filter(view -> view.name().equals(project))
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("project", project));
  }

  /**
   * Makes a project without members. For administrators.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE the name is taken
   */
  @Audited("project.create")
  public ProjectView create(Label project) {
    access.requireAdmin();
    database.persist(new Project(project));
    database.flush();
    return new ProjectView(project, Optional.empty());
  }

  /**
   * Deletes a project that owns nothing, and its memberships. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has nodes, networks or grants
   */
  @Audited("project.delete")
  public void delete(Label project) {
    access.requireAdmin();
    Project gone = store.locked(project);
    seen.requireUnchanged("project", project);
    database.remove(gone);
    database.flush();
  }
}
