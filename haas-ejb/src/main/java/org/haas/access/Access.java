package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.page.Sql;
import org.haas.spi.Label;

/**
 * Asked first by every boundary. Memberships are read from the database in each request, so that
 * what was withdrawn is withdrawn at once.
 */
@ApplicationScoped
public class Access {
  @PersistenceContext private EntityManager database;
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
    Caller caller = caller();
    return current.projects(() -> read(caller));
  }

  /** The same as a part of a query in SQL. */
  public Sql ownProjects() {
    return new Sql(
        "select own.project_id from membership own where own.issuer = ? and own.subject = ?",
        caller().issuer(),
        caller().subject());
  }

  private Set<Long> read(Caller caller) {
    return database
        .createQuery(
            "select m.projectId from Membership m where m.issuer = :issuer and m.subject = :subject",
            Long.class)
        .setParameter("issuer", caller.issuer())
        .setParameter("subject", caller.subject())
        .getResultStream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private Role roleIn(Label project) {
    Caller caller = caller();
    List<?> found =
        database
            .createNativeQuery(
                "select coalesce(m.role, '') from project p left join membership m"
                    + " on m.project_id = p.id and m.issuer = ?1 and m.subject = ?2"
                    + " where p.label = ?3")
            .setParameter(1, caller.issuer())
            .setParameter(2, caller.subject())
            .setParameter(3, project.value())
            .getResultList();
    if (found.isEmpty()) {
      throw HaasException.notFound("project", project);
    }
    if (caller.admin()) {
      return Role.MANAGER;
    }
    String role = found.get(0).toString();
    if (role.isEmpty()) {
      throw HaasException.hidden("project", project);
    }
    return Role.valueOf(role);
  }
}
