package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * Asked first by every boundary. Memberships are read from the database in each request, so that
 * what was withdrawn is withdrawn at once.
 */
@ApplicationScoped
public class Access {
  @Inject private Tables tables;
  @Inject private CurrentCaller current;

  /**
   * Who calls.
   *
   * @throws HaasException NOT_AUTHENTICATED nobody has logged in
   */
  public Caller caller() {
    return current
        .get()
        .orElseThrow(
            () -> new HaasException(ErrorCode.NOT_AUTHENTICATED, "Log in to use this service."));
  }

  /**
   * Somebody who has logged in.
   *
   * @throws HaasException NOT_AUTHENTICATED
   */
  public void requireLogin() {
    caller();
  }

  /**
   * An administrator.
   *
   * @throws HaasException NOT_AUTHENTICATED, or FORBIDDEN
   */
  public void requireAdmin() {
    if (!caller().admin()) {
      throw HaasException.forbidden("Only an administrator may do this.");
    }
  }

  /**
   * A member of the project, or an administrator.
   *
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member
   */
  public void requireMember(Label project) {
    roleIn(project);
  }

  /**
   * A manager of the project, or an administrator.
   *
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member; FORBIDDEN he is no
   *     manager
   */
  public void requireManager(Label project) {
    if (roleIn(project) != Role.MANAGER) {
      throw HaasException.forbidden("Only a manager of project %s may do this.".formatted(project));
    }
  }

  /** Whether the caller is an administrator or a member of the project with that id. */
  public boolean mayUse(long projectId) {
    return caller().admin() || projects().contains(projectId);
  }

  /** Whether the caller is an administrator. */
  public boolean isAdmin() {
    return caller().admin();
  }

  /** The ids of the projects that the caller is a member of: his own, also for an administrator. */
  public Set<Long> projects() {
    requireLogin();
    return current.projects(this::read);
  }

  /** The same as a part of a query in SQL. */
  public Sql ownProjects() {
    return new Sql(
        "select own.project_id from membership own where own.issuer = ? and own.subject = ?",
        caller().issuer(),
        caller().subject());
  }

  private Set<Long> read() {
    return Set.copyOf(tables.rows(ownProjects(), row -> row.number(1)));
  }

  private Role roleIn(Label project) {
    Caller caller = caller();
    List<String> found =
        tables.rows(
            new Sql(
                "select coalesce(m.role, '') from project p left join membership m"
                    + " on m.project_id = p.id and m.issuer = ? and m.subject = ?"
                    + " where p.label = ?",
                caller.issuer(),
                caller.subject(),
                project.value()),
            row -> row.text(1));
    if (found.isEmpty()) {
      throw HaasException.notFound("project", project);
    }
    if (caller.admin()) {
      return Role.MANAGER;
    }
    String role = found.get(0);
    if (role.isEmpty()) {
      throw HaasException.hidden("project", project);
    }
    return Role.valueOf(role);
  }
}
