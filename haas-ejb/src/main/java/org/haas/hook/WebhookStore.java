package org.haas.hook;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.audit.AuditTrail;
import org.haas.config.HaasConfig;
import org.haas.config.Seal;
import org.haas.error.HaasException;
import org.haas.event.ProjectEventStore;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Webhooks in the database, inside the transactions of the boundary. */
@ApplicationScoped
class WebhookStore {
  /** The most that a project has. */
  static final int MOST = 20;

  private final SecureRandom random = new SecureRandom();

  @Inject private Tables tables;
  @Inject private Seal seal;
  @Inject private AuditTrail trail;
  @Inject private ProjectEventStore events;
  @Inject private HaasConfig config;
  private Reach reach;

  @PostConstruct
  void prepare() {
    reach = Reach.ofTenants(config.webhookNetworks());
  }

  /** Where the secret of a webhook is sealed for; an id is never given again. */
  static String secretPlace(long projectId, Label name) {
    return "webhook/%d/%s/secret".formatted(projectId, name);
  }

  List<WebhookView> list(long projectId) {
    Sql all =
        new Sql(
                "select w.label, w.url, nullif(w.events, ''), w.enabled, w.attempts, w.failing_since,")
            .add("w.answered_at, w.answer from webhook w where w.project_id = ?", projectId)
            .add("order by w.label");
    return tables.rows(all, WebhookStore::view);
  }

  private static WebhookView view(Row row) throws SQLException {
    return new WebhookView(
        new Label(row.text(1)),
        row.text(2),
        row.words(3),
        row.flag(4),
        (int) row.number(5),
        row.moment(6),
        row.moment(7),
        row.optional(8));
  }

  /** An address that is written out is known to be closed now. */
  void requireOpen(HookUrl url) {
    if (reach.isClosed(url.host())) {
      throw HaasException.badArgument(
          "url",
          "%s is in a network that HaaS does not call; an administrator may open it."
              .formatted(url.host()));
    }
  }

  /** Makes one that is told of what happens later. */
  @Transactional(TxType.MANDATORY)
  NewWebhookView create(Label project, long projectId, WebhookSpec.Named wanted) {
    tables.rows(
        new Sql(
            "select pg_advisory_xact_lock(hashtextextended('webhook ' || ?, 0))", "" + projectId),
        row -> row);
    if (list(projectId).size() >= MOST) {
      throw HaasException.blocked(
          "Project %s has %d webhooks; delete one first.".formatted(project, MOST));
    }
    Secret secret = Signature.draw(random);
    events.number();
    tables.change(
        new Sql("insert into webhook (project_id, label, url, events, enabled, secret, position)")
            .add(
                "select ?, ?, ?,", projectId, wanted.name().value(), wanted.spec().url().toString())
            .add(
                "?, ?, ?,",
                words(wanted.spec()),
                wanted.spec().enabled(),
                sealed(projectId, wanted, secret))
            .add("m.last from project_event_mark m"));
    trail.record("webhook.create", project.value(), wanted.name().value(), detail(wanted.spec()));
    return new NewWebhookView(wanted.name(), secret.reveal());
  }

  private byte[] sealed(long projectId, WebhookSpec.Named wanted, Secret secret) {
    return seal.close(secret, secretPlace(projectId, wanted.name()));
  }

  private static String words(WebhookSpec spec) {
    return spec.events().stream().map(EventPattern::value).collect(Collectors.joining(" "));
  }

  private static String detail(WebhookSpec spec) {
    return "url=%s, events=%s, enabled=%s".formatted(spec.url(), spec.events(), spec.enabled());
  }

  /** Its id, its row locked until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<Long> lock(long projectId, Label webhook) {
    Sql one =
        new Sql("select w.id from webhook w where w.project_id = ?", projectId)
            .add("and w.label = ? for update", webhook.value());
    return tables.rows(one, row -> row.number(1)).stream().findFirst();
  }

  /** What was not taken is tried at once. */
  @Transactional(TxType.MANDATORY)
  void change(Label project, Label webhook, long id, WebhookSpec wanted) {
    tables.change(
        new Sql("update webhook set url = ?, events = ?,", wanted.url().toString(), words(wanted))
            .add("enabled = ?, due_at = clock_timestamp(), attempts = 0,", wanted.enabled())
            .add("failing_since = null where id = ?", id));
    trail.record("webhook.change", project.value(), webhook.value(), detail(wanted));
  }

  @Transactional(TxType.MANDATORY)
  void delete(Label project, Label webhook, long id) {
    tables.change(new Sql("delete from webhook where id = ?", id));
    trail.record("webhook.delete", project.value(), webhook.value(), "");
  }
}
