package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.haas.audit.AuditEvents;
import org.haas.audit.AuditPage;
import org.haas.audit.AuditPosition;
import org.haas.audit.AuditQuery;

/** The audit trail. What is shown is in the address; what there makes no sense is not looked at. */
@Named("audit")
@ViewScoped
public class AuditBean implements Serializable {
  private static final int ROWS = 50;
  private static final Duration LONGEST_SPAN = Duration.ofDays(3660);

  @Inject private AuditEvents events;
  @Inject private Ages ages;

  private String actor;
  private String action;
  private String project;
  private String target;
  private String span;
  private String from;
  private String until;
  private String after;
  private transient AuditPage found;

  /** Reads the page from the database. */
  public void load() {
    found =
        events.list(
            new AuditQuery(
                Input.text(actor),
                Input.text(action),
                Input.text(project),
                Input.text(target),
                day(from, 0).or(this::spanBegin),
                day(until, 1),
                read(after, AuditPosition::parse),
                ROWS));
  }

  private Optional<Instant> spanBegin() {
    return read(span, Duration::parse)
        .filter(length -> !length.isNegative() && length.compareTo(LONGEST_SPAN) < 0)
        .map(ages::ago);
  }

  private static Optional<Instant> day(String text, int later) {
    return read(text, LocalDate::parse)
        .filter(date -> date.getYear() >= 1970 && date.getYear() < 9999)
        .map(date -> date.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static <T> Optional<T> read(String text, Function<String, T> form) {
    try {
      return Input.text(text).map(form);
    } catch (IllegalArgumentException | DateTimeParseException nothing) {
      return Optional.empty();
    }
  }

  /** The events of this page. */
  public AuditPage getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  private ListAddress address() {
    return ListAddress.of("/admin/audit")
        .with("actor", actor)
        .with("action", action)
        .with("project", project)
        .with("target", target)
        .with("span", span)
        .with("from", from)
        .with("until", until);
  }

  /** The trail with one filter changed, from its newest event; an empty value takes it away. */
  public String with(String parameter, String value) {
    return address().with(parameter, value).toString();
  }

  /** The trail of another span of time. */
  public String during(String length) {
    return address()
        .with("from", null)
        .with("until", null)
        .with("span", length.equals(span) ? null : length)
        .toString();
  }

  /** The next older part. */
  public String getOlder() {
    return address()
        .with("after", getFound().next().map(AuditPosition::toString).orElse(null))
        .toString();
  }

  /** The newest part. */
  public String getNewest() {
    return address().toString();
  }

  /** Whether there is newer than this part. */
  public boolean isPaged() {
    return Input.text(after).isPresent();
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return !address().parameters().isEmpty();
  }

  public String getActor() {
    return actor;
  }

  public void setActor(String actor) {
    this.actor = actor;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getTarget() {
    return target;
  }

  public void setTarget(String target) {
    this.target = target;
  }

  public String getSpan() {
    return span;
  }

  public void setSpan(String span) {
    this.span = span;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(String until) {
    this.until = until;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
