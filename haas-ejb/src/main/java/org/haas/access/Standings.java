package org.haas.access;

import org.haas.page.Sql;

/**
 * What a caller is, as conditions in SQL, for who goes on for longer than a request: what was
 * withdrawn is not there any more.
 */
public final class Standings {
  private Standings() {}

  /**
   * That he may see what belongs to a project: he is an administrator or a member of it.
   *
   * @param column SQL for the project's id, never of a user
   */
  public static Sql maySee(Caller caller, String column) {
    Sql may = new Sql("(");
    if (caller.admin()) {
      may.add(isGood(caller)).add("or");
    }
    return may.add(column + " in (").add(projects(caller)).add("))");
  }

  /** The ids of the projects that he is a member of: his own, also for an administrator. */
  static Sql projects(Caller caller) {
    return new Sql(
        "select own.project_id from standing own where own.issuer = ? and own.subject = ?",
        caller.issuer(),
        caller.subject());
  }

  /** That he is what he was: a token was not revoked, is not over, and is still an admin's. */
  static Sql isGood(Caller caller) {
    return caller.isToken()
        ? new Sql("exists (select 1 from api_token good where good.id = ?", caller.subject())
            .add("and good.expires_at > now() and good.admin >= ?)", caller.admin())
        : new Sql("true");
  }
}
