package org.haas.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.access.ApiTokenSecret;
import org.haas.access.Caller;
import org.haas.audit.AuditTrail;
import org.haas.document.Username;
import org.haas.error.HaasException;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** A person's API tokens in the database. */
@ApplicationScoped
class OwnTokenStore {
  private static final Duration SHOWN_FOR = Duration.ofDays(30);

  private final SecureRandom random = new SecureRandom();

  @Inject private Tables tables;
  @Inject private AuditTrail trail;
  @Inject private AsSeen seen;

  /** Those of this person, by name. */
  List<ApiTokenView> list(Caller owner) {
    return list(new Sql("where t.issuer = ? and t.subject = ?", owner.issuer(), owner.subject()));
  }

  /** Those of whoever is called so, by name. */
  List<ApiTokenView> listOf(Username owner) {
    return list(new Sql("where t.username = ?", owner.value()));
  }

  private List<ApiTokenView> list(Sql whose) {
    Sql own =
        new Sql("select t.label, t.id, t.scoped, t.read_only, t.admin, t.created_at, t.expires_at,")
            .add("t.used_at, (select string_agg(p.label, ' ' order by p.label)")
            .add("from api_token_project s join project p on p.id = s.project_id")
            .add("where s.token_id = t.id) from api_token t")
            .add(whose)
            .add("and t.expires_at > now() - ? * interval '1 second'", SHOWN_FOR.toSeconds())
            .add("order by t.label");
    return tables.rows(own, OwnTokenStore::view);
  }

  private static ApiTokenView view(Row row) throws SQLException {
    List<Label> projects = row.words(9).stream().map(Label::new).toList();
    return new ApiTokenView(
        new Label(row.text(1)),
        UUID.fromString(row.text(2)),
        row.flag(3) ? Optional.of(projects) : Optional.empty(),
        row.flag(4),
        row.flag(5),
        row.moment(6).orElseThrow(),
        row.moment(7).orElseThrow(),
        row.moment(8));
  }

  /** Makes one; forgets those, anybody's, that nobody is shown any more. */
  @Transactional(TxType.MANDATORY)
  NewApiTokenView create(UUID id, Caller owner, ApiTokenSpec wanted) {
    tables.change(
        new Sql("delete from api_token where expires_at <= now()")
            .add("- ? * interval '1 second'", SHOWN_FOR.toSeconds()));
    requireRoom(owner, wanted.name());
    wanted.projects().ifPresent(projects -> requireMember(owner, projects));
    NewApiTokenView made = insert(id, owner, wanted);
    wanted.projects().ifPresent(projects -> limit(id, projects));
    trail.record("token.create", "", wanted.name().value(), "id=%s, %s".formatted(id, wanted));
    return made;
  }

  /** Counts while no other transaction makes one for the same person. */
  private void requireRoom(Caller owner, Label name) {
    tables.rows(
        new Sql("select pg_advisory_xact_lock(hashtextextended('api_token ' || ?, 0))", id(owner)),
        row -> row);
    Sql known =
        new Sql("select count(*) filter (where t.label = ?), count(*)", name.value())
            .add("from api_token t where t.issuer = ?", owner.issuer())
            .add("and t.subject = ?", owner.subject());
    List<Long> count = tables.rows(known, row -> List.of(row.number(1), row.number(2))).get(0);
    if (count.get(0) > 0) {
      throw HaasException.duplicate(
          "You have an API token %s already; revoke it first, or choose another name."
              .formatted(name));
    }
    if (count.get(1) >= ApiTokens.MOST) {
      throw HaasException.blocked(
          "You have %d API tokens; revoke one first.".formatted(ApiTokens.MOST));
    }
  }

  private static String id(Caller owner) {
    return owner.issuer() + " " + owner.subject();
  }

  /** A token has no more than its owner's memberships, also an administrator's. */
  private void requireMember(Caller owner, Set<Label> projects) {
    Sql named =
        new Sql("select p.label, exists (select 1 from standing m where m.project_id = p.id")
            .add("and m.issuer = ? and m.subject = ?)", owner.issuer(), owner.subject())
            .add("from project p where")
            .add(isOneOf(projects))
            .add("order by p.id for key share of p");
    Map<String, Boolean> found = new HashMap<>();
    tables.rows(named, row -> found.put(row.text(1), row.flag(2)));
    for (Label project : projects) {
      Boolean member = found.get(project.value());
      if (member == null) {
        throw HaasException.notFound("project", project);
      }
      if (!member) {
        throw owner.admin() ? noMember(project) : HaasException.hidden("project", project);
      }
    }
  }

  private static HaasException noMember(Label project) {
    return HaasException.forbidden(
        "You are no member of project %s, and a token for some projects has what its owner is there."
            .formatted(project));
  }

  /** SQL: the project {@code p} is one of these; no name has a blank in it. */
  private static Sql isOneOf(Set<Label> projects) {
    String names = projects.stream().map(Label::value).collect(Collectors.joining(" "));
    return new Sql("p.label = any (string_to_array(?, ' '))", names);
  }

  private NewApiTokenView insert(UUID id, Caller owner, ApiTokenSpec wanted) {
    ApiTokenSecret secret = ApiTokenSecret.draw(random);
    Sql token =
        new Sql("insert into api_token (id, digest, label, issuer, subject, username,")
            .add("admin, read_only, scoped, expires_at)")
            .add("values (?, ?, ?,", id.toString(), secret.digest(), wanted.name().value())
            .add("?, ?, ?,", owner.issuer(), owner.subject(), owner.username())
            .add("?, ?, ?,", wanted.admin(), wanted.readOnly(), wanted.projects().isPresent())
            .add("now() + ? * interval '24 hours') returning expires_at", wanted.days());
    return tables
        .rows(
            token,
            row ->
                new NewApiTokenView(wanted.name(), id, row.moment(1).orElseThrow(), secret.text()))
        .get(0);
  }

  private void limit(UUID id, Set<Label> projects) {
    tables.change(
        new Sql("insert into api_token_project (token_id, project_id)")
            .add("select ?, p.id from project p where", id.toString())
            .add(isOneOf(projects)));
  }

  /** Ends it. */
  @Transactional(TxType.MANDATORY)
  void revoke(Caller owner, Label token) {
    Sql locked =
        new Sql("select id from api_token where label = ?", token.value())
            .add("and issuer = ? and subject = ? for update", owner.issuer(), owner.subject());
    String id =
        tables.rows(locked, row -> row.text(1)).stream()
            .findFirst()
            .orElseThrow(() -> HaasException.notFound("API token", token));
    seen.requireUnchanged("API token", token);
    tables.change(new Sql("delete from api_token where id = ?", id));
    trail.record("token.revoke", "", token.value(), "id=" + id);
  }

  /** Ends that of somebody who is called so. */
  @Transactional(TxType.MANDATORY)
  void revokeOf(Username owner, Label token) {
    Sql locked =
        new Sql("select id from api_token where label = ?", token.value())
            .add("and username = ? order by id for update", owner.value());
    List<String> ids = tables.rows(locked, row -> row.text(1));
    if (ids.isEmpty()) {
      throw HaasException.notFound("API token", token + " of user " + owner.value());
    }
    seen.requireUnchanged("API token", token);
    for (String id : ids) { // one, unless the name of a user was given again
      tables.change(new Sql("delete from api_token where id = ?", id));
      trail.record(
          "token.revoke", "", token.value(), "id=%s, owner=%s".formatted(id, owner.value()));
    }
  }
}
