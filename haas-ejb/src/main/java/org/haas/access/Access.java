package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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
  @Inject private ApiTokenStore tokens;

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
   * @return the project's id
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member
   */
  public long requireMember(Label project) {
    return standing(project).projectId();
  }

  /**
   * As {@link #requireMember}; the project cannot be deleted until the transaction ends. As a
   * foreign key locks: any number of transactions do at once.
   *
   * @return the project's id
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member
   */
  public long requireMemberKeeping(Label project) {
    return standing(project, "for key share of p").projectId();
  }

  /**
   * A manager of the project, or an administrator.
   *
   * @throws HaasException NOT_FOUND no such project; HIDDEN he is no member; FORBIDDEN he is no
   *     manager
   */
  public void requireManager(Label project) {
    if (!standing(project).role().equals(Optional.of(Role.MANAGER))) {
      throw HaasException.forbidden("Only a manager of project %s may do this.".formatted(project));
    }
  }

  /** Whether the caller is an administrator or a member of the project with that id. */
  public boolean mayUse(long projectId) {
    return caller().admin() || projects().contains(projectId);
  }

  /** A condition in SQL: the same of the project whose id is in the column. */
  public Sql mayUse(String column) {
    return caller().admin()
        ? new Sql("true")
        : new Sql(column + " in (").add(ownProjects()).add(")");
  }

  /**
   * The caller as he was when he logged in: for what goes on after that. A person's login ends by
   * itself soon.
   *
   * @throws HaasException NOT_AUTHENTICATED it is a token that was revoked meanwhile, has expired,
   *     or is no administrator's any more
   */
  public void requireGood() {
    if (caller().isToken() && !tokens.stands(caller())) {
      throw new HaasException(
          ErrorCode.NOT_AUTHENTICATED, "The API token is not good any more; make a new one.");
    }
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
    return Standings.projects(caller());
  }

  private Set<Long> read() {
    return Set.copyOf(tables.rows(ownProjects(), row -> row.number(1)));
  }

  /** What the caller is in a project. */
  private record Standing(long projectId, Optional<Role> role) {}

  private Standing standing(Label project) {
    return standing(project, "");
  }

  private Standing standing(Label project, String lock) {
    Caller caller = caller();
    List<Standing> found =
        tables.rows(
            new Sql(
                    "select p.id, m.role from project p left join standing m"
                        + " on m.project_id = p.id and m.issuer = ? and m.subject = ?"
                        + " where p.label = ?",
                    caller.issuer(),
                    caller.subject(),
                    project.value())
                .add(lock),
            row -> new Standing(row.number(1), role(caller, row.optional(2))));
    Standing his =
        found.stream().findFirst().orElseThrow(() -> HaasException.notFound("project", project));
    if (his.role().isEmpty()) {
      throw HaasException.hidden("project", project);
    }
    return his;
  }

  private static Optional<Role> role(Caller caller, Optional<String> membership) {
    return caller.admin() ? Optional.of(Role.MANAGER) : membership.map(Role::valueOf);
  }
}
