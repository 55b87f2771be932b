package org.haas.console;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.haas.access.Caller;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * Tickets for screens: good once, for one headnode and half a minute, at any instance. Who reads
 * the database learns none of them.
 */
@ApplicationScoped
class ScreenTicketStore {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int BYTES = 32;
  private static final String FORM = "[A-Za-z0-9_-]{43}";
  private static final String PATH = "/api/v1/headnodes/%s/screen/ws";

  private final SecureRandom random = new SecureRandom();

  @Inject private Tables tables;

  /** For whom that is; those that nobody used in time are forgotten. */
  @Transactional(TxType.MANDATORY)
  ScreenTicket write(ScreenPass pass) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Caller caller = pass.caller();
    tables.change(new Sql("delete from screen_ticket where expires_at < clock_timestamp()"));
    Sql written =
        new Sql("insert into screen_ticket (digest, headnode_id, issuer, subject, username, admin,")
            .add("login_until, expires_at) values (?, ?,", digest(ticket), pass.place().id())
            .add(
                "?, ?, ?, ?,", caller.issuer(), caller.subject(), caller.username(), caller.admin())
            .add(
                "cast(? as timestamptz),",
                pass.until().map(at -> at.atOffset(ZoneOffset.UTC).toString()).orElse(null))
            .add("clock_timestamp() + ? * interval '1 millisecond')", LONGEST.toMillis())
            .add("returning expires_at");
    return tables
        .rows(
            written,
            row ->
                new ScreenTicket(
                    ticket, row.moment(1).orElseThrow(), PATH.formatted(pass.place().label())))
        .get(0);
  }

  /** What it was for. It is used up, whatever comes of it; empty: it is no good. */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<ScreenPass> use(String ticket) {
    if (!ticket.matches(FORM)) {
      return Optional.empty();
    }
    Sql used =
        new Sql("delete from screen_ticket t using headnode h where t.digest = ?", digest(ticket))
            .add("and h.id = t.headnode_id and t.expires_at > clock_timestamp()")
            .add("returning h.id, h.label, cast(h.vm as text), t.issuer, t.subject, t.username,")
            .add("t.admin, t.login_until");
    return tables.rows(used, ScreenTicketStore::pass).stream().findFirst();
  }

  private static ScreenPass pass(Row row) throws SQLException {
    return new ScreenPass(
        Place.ofHeadnode(row.number(1), new Label(row.text(2)), UUID.fromString(row.text(3))),
        new Caller(row.text(4), row.text(5), row.text(6), row.flag(7)),
        row.moment(8));
  }

  private static byte[] digest(String ticket) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
