package org.haas.hook;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.haas.config.Seal;
import org.haas.error.Retried;
import org.haas.event.ProjectEventStore;
import org.haas.event.ProjectEventView;
import org.haas.hook.SignedPost.Answer;
import org.haas.hook.SignedPost.Message;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** The short transactions around a call: whose turn it is, what is told next, what came of it. */
@ApplicationScoped
class DeliveryStore {
  /** Longer than a call may take; who has died is followed by another after it. */
  private static final Duration CLAIMED = Duration.ofSeconds(60);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofDays(5);
  private static final int DOUBLINGS = 20;

  @Inject private Tables tables;
  @Inject private Seal seal;
  @Inject private ProjectEventStore events;

  /** The right to deliver for a webhook: whoever has a later one has taken it over. */
  record Turn(long webhook, long claim) {}

  /**
   * What is next.
   *
   * @param position up to which all is dealt with once it was told
   * @param message empty: nothing that it wants to hear was there up to that place
   */
  record Next(long position, Optional<Message> message) {}

  /**
   * Webhooks of projects in which something has happened and whose time has come, each told to one
   * caller.
   *
   * @param failing whether those whose last call failed are meant, or the others
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  List<Turn> due(boolean failing, int most) {
    Sql due =
        new Sql("with due as (select w.id from webhook w where w.enabled")
            .add("and w.due_at <= clock_timestamp() and w.claimed_until < clock_timestamp()")
            .add("and (w.failing_since is not null) = ?", failing)
            .add("and exists (select 1 from project_event e where e.project_id = w.project_id")
            .add("and (e.position > w.position or e.position is null))")
            .add("order by w.due_at limit ? for update skip locked)", most)
            .add("update webhook w set claim = w.claim + 1, claimed_until = clock_timestamp()")
            .add("+ ? * interval '1 second'", CLAIMED.toSeconds())
            .add("from due where w.id = due.id returning w.id, w.claim");
    return tables.rows(due, row -> new Turn(row.number(1), row.number(2)));
  }

  private record Hook(
      long projectId,
      Label project,
      String url,
      List<EventPattern> wanted,
      Secret secret,
      long position,
      long forgotten) {}

  /** What is next; empty: nothing, or it is somebody else's turn, or it was disabled. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  Optional<Next> next(Turn turn) {
    events.number();
    Sql hook =
        new Sql(
                "select w.project_id, p.label, w.label, w.url, nullif(w.events, ''), encode(w.secret, 'hex'),")
            .add("w.position, m.forgotten from webhook w join project p on p.id = w.project_id,")
            .add("project_event_mark m where w.id = ?", turn.webhook())
            .add("and w.claim = ? and w.enabled", turn.claim());
    return tables.rows(hook, this::hook).stream().findFirst().flatMap(known -> next(turn, known));
  }

  private Hook hook(Row row) throws SQLException {
    long projectId = row.number(1);
    byte[] sealed = HexFormat.of().parseHex(row.text(6));
    return new Hook(
        projectId,
        new Label(row.text(2)),
        row.text(4),
        row.words(5).stream().map(EventPattern::new).toList(),
        seal.open(sealed, WebhookStore.secretPlace(projectId, new Label(row.text(3)))),
        row.number(7),
        row.number(8));
  }

  private Optional<Next> next(Turn turn, Hook hook) {
    if (hook.position() < hook.forgotten()) {
      String body = body("webhook.missed", hook, JSON.createObjectBuilder());
      return Optional.of(
          new Next(hook.forgotten(), Optional.of(message(turn, hook, hook.forgotten(), body))));
    }
    List<ProjectEventView> later = events.after(hook.projectId(), hook.position());
    Optional<ProjectEventView> wanted =
        later.stream().filter(event -> wants(hook, event)).findFirst();
    if (wanted.isPresent()) {
      long position = wanted.get().position();
      String body = body(wanted.get(), hook);
      return Optional.of(new Next(position, Optional.of(message(turn, hook, position, body))));
    }
    return later.isEmpty()
        ? Optional.empty()
        : Optional.of(new Next(later.get(later.size() - 1).position(), Optional.empty()));
  }

  private static boolean wants(Hook hook, ProjectEventView event) {
    return hook.wanted().isEmpty()
        || hook.wanted().stream().anyMatch(pattern -> pattern.fits(event.what()));
  }

  /** The id is the same each time that this is told. */
  private static Message message(Turn turn, Hook hook, long position, String body) {
    String id = "evt_%d_%d".formatted(turn.webhook(), position);
    return new Message(HookUrl.parse(hook.url()), hook.secret(), id, body);
  }

  private static String body(ProjectEventView event, Hook hook) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder().add("position", event.position()).add("name", event.name());
    event.node().ifPresent(node -> data.add("node", node));
    event.actor().ifPresent(actor -> data.add("actor", actor));
    data.add("at", event.at().toString());
    return body(event.what(), hook, data);
  }

  private static String body(String type, Hook hook, JsonObjectBuilder data) {
    return JSON.createObjectBuilder()
        .add("type", type)
        .add("project", hook.project().value())
        .add("data", data)
        .build()
        .toString();
  }

  /**
   * All up to there is dealt with: it was taken, or not asked for.
   *
   * @return whether it is still this caller's turn
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean passed(Turn turn, long position, Optional<Answer> answer) {
    Sql passed =
        new Sql("update webhook set position = ?, attempts = 0, failing_since = null,", position)
            .add("due_at = clock_timestamp(), claimed_until = clock_timestamp()")
            .add("+ ? * interval '1 second'", CLAIMED.toSeconds());
    answer.ifPresent(
        given -> passed.add(", answered_at = clock_timestamp(), answer = ?", given.words()));
    return changed(passed, turn);
  }

  /** It was not taken: again later, ever later; after days, or when it is gone, no more. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void failed(Turn turn, Answer answer) {
    Sql failed =
        new Sql("update webhook set attempts = attempts + 1, answered_at = clock_timestamp(),")
            .add(
                "answer = ?, failing_since = coalesce(failing_since, clock_timestamp()),",
                answer.words())
            .add("claimed_until = '-infinity', due_at = clock_timestamp() + (0.9 + random() / 5)")
            .add(
                "* least(? * power(2, least(attempts, ?)), ?)",
                seconds(FIRST_PAUSE),
                DOUBLINGS,
                seconds(LONGEST_PAUSE))
            .add("* interval '1 second'");
    if (changed(failed, turn)) {
      giveUp(turn, answer.gone());
    }
  }

  private static double seconds(Duration time) {
    return time.toSeconds();
  }

  private void giveUp(Turn turn, boolean gone) {
    tables.change(
        new Sql("with given as (update webhook set enabled = false where id = ?", turn.webhook())
            .add("and (? or failing_since < clock_timestamp()", gone)
            .add("- ? * interval '1 second') returning project_id, label)", PATIENCE.toSeconds())
            .add("insert into project_event (project_id, what, name)")
            .add("select project_id, 'webhook.disabled', label from given"));
  }

  /** There is nothing more for now. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void rest(Turn turn) {
    changed(
        new Sql("update webhook set claimed_until = '-infinity', due_at = clock_timestamp()"),
        turn);
  }

  private boolean changed(Sql change, Turn turn) {
    return tables.change(change.add("where id = ? and claim = ?", turn.webhook(), turn.claim()))
        == 1;
  }
}
