package org.haas.once;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.haas.config.Seal;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Secret;

/**
 * Keys and their turns, by the database's clock. Who reads the database learns neither what was
 * asked nor what was answered.
 */
@ApplicationScoped
public class IdempotencyStore {
  /** The most keys that are forgotten in one transaction. */
  static final int AT_ONCE = 1000;

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration WORKED_ON = Duration.ofSeconds(60);
  private static final String REQUEST = "request";
  private static final String BODY = "body";

  @Inject private Tables tables;
  @Inject private Seal seal;
  @Inject private CurrentClaim current;

  /** Writes the first turn of a new key; false: the key is there. */
  @Transactional(TxType.MANDATORY)
  boolean begin(Claim claim, Fingerprint request) {
    return changed(
        new Sql("insert into idempotency_key (issuer, subject, key, claim, request)")
            .add(
                "values (?, ?, ?, ?,",
                claim.issuer(),
                claim.subject(),
                claim.key().value(),
                claim.id())
            .add("?) on conflict do nothing", sealed(claim, REQUEST, request.digest())));
  }

  /** What is known of the key; empty: nothing. */
  @Transactional(TxType.MANDATORY)
  Optional<Standing> find(Claim claim) {
    Sql query =
        new Sql("select claim, state, request,")
            .add("claimed_at < clock_timestamp() - ? * interval '1 second',", WORKED_ON.toSeconds())
            .add("claimed_at < clock_timestamp() - ? * interval '1 second',", KEPT.toSeconds())
            .add("status, content_type, location, etag, body from idempotency_key")
            .add(where(claim));
    return tables.rows(query, row -> standing(claim, row)).stream().findFirst();
  }

  /** Takes the turn from whom it was seen to be; false: something has happened since. */
  @Transactional(TxType.MANDATORY)
  boolean take(Claim claim, Standing seen, Fingerprint request) {
    return changed(
        new Sql("update idempotency_key set claim = ?, claimed_at = clock_timestamp(),", claim.id())
            .add("state = 'WORKING', request = ?,", sealed(claim, REQUEST, request.digest()))
            .add("status = null, content_type = null, location = null, etag = null, body = null")
            .add(where(claim))
            .add("and claim = ? and state = ?", seen.claim(), seen.state().name()));
  }

  /**
   * Notes that what the request under a key changes is there, if its transaction commits. Nothing
   * for a request without a key. Repeats safely.
   *
   * @throws HaasException KEY_IN_USE somebody else has the turn by now: this transaction is not to
   *     commit
   */
  @Transactional
  public void mark() {
    Optional<Claim> turn = current.get();
    if (turn.isPresent() && !changed(marked(turn.get()))) {
      throw new HaasException(
          ErrorCode.KEY_IN_USE,
          "This took so long that a later request under the key %s has gone on in its place; ask"
                  .formatted(turn.get().key())
              + " again for the answer.");
    }
  }

  private static Sql marked(Claim claim) {
    return new Sql("update idempotency_key set state = 'DONE'")
        .add(where(claim))
        .add("and claim = ? and state in ('WORKING', 'DONE')", claim.id());
  }

  /** Keeps the answer, if the turn is still the claim's. */
  @Transactional(TxType.MANDATORY)
  void keep(Claim claim, StoredAnswer answer) {
    tables.change(
        new Sql("update idempotency_key set state = 'ANSWERED', status = ?,", answer.status())
            .add(
                "content_type = ?, location = ?,",
                text(answer.contentType()),
                text(answer.location()))
            .add("etag = ?, body = ?", text(answer.etag()), sealed(claim, BODY, answer.body()))
            .add(where(claim))
            .add("and claim = ?", claim.id()));
  }

  /** Frees a key under which nothing was changed; else notes that the answer is lost. */
  @Transactional(TxType.MANDATORY)
  void drop(Claim claim) {
    Sql nothing = new Sql("delete from idempotency_key").add(where(claim));
    if (!changed(nothing.add("and claim = ? and state = 'WORKING'", claim.id()))) {
      tables.change(
          new Sql("update idempotency_key set state = 'LOST'")
              .add(where(claim))
              .add("and claim = ? and state = 'DONE'", claim.id()));
    }
  }

  /** Forgets the oldest keys that count for nothing, {@link #AT_ONCE} at most; answers how many. */
  @Transactional(TxType.REQUIRES_NEW)
  int forget() {
    return tables.change(
        new Sql("delete from idempotency_key where ctid in (select ctid from idempotency_key")
            .add("where claimed_at < clock_timestamp() - ? * interval '1 second'", KEPT.toSeconds())
            .add("order by claimed_at limit ? for update skip locked)", AT_ONCE));
  }

  private boolean changed(Sql change) {
    return tables.change(change) == 1;
  }

  private Standing standing(Claim claim, Row row) throws SQLException {
    KeyState state = KeyState.valueOf(row.text(2));
    return new Standing(
        UUID.fromString(row.text(1)),
        state,
        new Fingerprint(opened(claim, REQUEST, row.bytes(3))),
        row.flag(4),
        row.flag(5),
        state == KeyState.ANSWERED ? Optional.of(answer(claim, row)) : Optional.empty());
  }

  private StoredAnswer answer(Claim claim, Row row) throws SQLException {
    return new StoredAnswer(
        (int) row.number(6),
        row.optional(7),
        row.optional(8),
        row.optional(9),
        opened(claim, BODY, row.bytes(10)));
  }

  private byte[] sealed(Claim claim, String column, String text) {
    return seal.close(new Secret(text), claim.place(column));
  }

  private String opened(Claim claim, String column, byte[] sealed) {
    return seal.open(sealed, claim.place(column)).reveal();
  }

  private static Sql where(Claim claim) {
    return new Sql(
        "where issuer = ? and subject = ? and key = ?",
        claim.issuer(),
        claim.subject(),
        claim.key().value());
  }

  private static String text(Optional<String> header) {
    return header.orElse(null);
  }
}
