package org.haas.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;

/** API tokens as those who check them know them. */
@ApplicationScoped
public class ApiTokenStore {
  @Inject private Tables tables;

  /**
   * A token that was made and not revoked.
   *
   * @param owner whose it is; an administrator where the token is one's
   * @param over whether it has expired
   * @param stale whether its last use is no more recent than a minute
   */
  record Known(
      String id,
      String label,
      Person owner,
      boolean readOnly,
      Instant until,
      boolean over,
      boolean stale) {}

  /** The token; empty: nobody has made it, or it was revoked. One statement. */
  Optional<Known> find(ApiTokenSecret secret) {
    Sql known =
        new Sql("select t.id, t.label, t.issuer, t.subject, t.username, t.admin, t.read_only,")
            .add("t.expires_at, t.expires_at <= now(),")
            .add("t.used_at is null or t.used_at < now() - interval '1 minute'")
            .add("from api_token t where t.digest = ?", secret.digest());
    return tables.rows(known, ApiTokenStore::known).stream().findFirst();
  }

  private static Known known(Row row) throws SQLException {
    return new Known(
        row.text(1),
        row.text(2),
        new Person(row.text(3), row.text(4), row.text(5), row.flag(6)),
        row.flag(7),
        row.moment(8).orElseThrow(),
        row.flag(9),
        row.flag(10));
  }

  /** It is used now. Of many at the same time one writes it down. */
  @Transactional(TxType.REQUIRES_NEW)
  void use(String id) {
    tables.change(
        new Sql("update api_token set used_at = now() where id in (select t.id from api_token t")
            .add("where t.id = ? and (t.used_at is null", id)
            .add("or t.used_at < now() - interval '1 minute') for update skip locked)"));
  }

  /** Whether the token that calls is still what it was when it was checked. */
  boolean stands(Caller token) {
    Sql stands = new Sql("select 1 where").add(Standings.isGood(token));
    return !tables.rows(stands, row -> row.number(1)).isEmpty();
  }

  /** The {@code sub} of the person behind a caller: for a token its owner's. */
  public String person(Caller caller) {
    if (!caller.isToken()) {
      return caller.subject();
    }
    Sql owner = new Sql("select t.subject from api_token t where t.id = ?", caller.subject());
    return tables.rows(owner, row -> row.text(1)).stream().findFirst().orElse("");
  }

  /** Revokes all of a person's. */
  @Transactional(TxType.MANDATORY)
  public void forget(Person owner) {
    tables.change(
        new Sql("delete from api_token where issuer = ?", owner.issuer())
            .add("and subject = ?", owner.subject()));
  }

  /** Has a person's be no administrator's from now on, also when he becomes one again. */
  @Transactional
  public void demote(Person owner) {
    tables.change(
        new Sql("update api_token set admin = false where admin and issuer = ?", owner.issuer())
            .add("and subject = ?", owner.subject()));
  }
}
