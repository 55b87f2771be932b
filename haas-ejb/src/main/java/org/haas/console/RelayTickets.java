package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.haas.config.Seal;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Secret;

/**
 * Tickets between instances: sealed with the master key, which only instances have, for one of them
 * alone, good once and for half a minute. Whoever reads one learns nothing and cannot change it.
 */
@ApplicationScoped
class RelayTickets {
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int LONGEST_TEXT = 8 * 1024;

  /** A sealed text begins with what it was sealed with once and never again. */
  private static final int NONCE_BYTES = 12;

  private final Map<ByteBuffer, Long> used = new ConcurrentHashMap<>();
  private Seal seal;

  /** For CDI. */
  protected RelayTickets() {}

  @Inject
  RelayTickets(Seal seal) {
    this.seal = seal;
  }

  /** For that instance. */
  String write(UUID to, RelayTicket ticket) {
    byte[] sealed = seal.close(new Secret(ticket.write()), place(to));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * What another instance wrote to this one, once.
   *
   * @param clock the time in milliseconds, by the database's clock
   * @throws HaasException NOT_AUTHENTICATED no instance wrote it, not to this one, not now, or it
   *     was used before
   */
  RelayTicket read(UUID self, String text, LongSupplier clock) {
    byte[] sealed;
    RelayTicket ticket;
    try {
      sealed = Base64.getUrlDecoder().decode(text.length() > LONGEST_TEXT ? "" : text);
      ticket = RelayTicket.read(seal.open(sealed, place(self)).reveal());
    } catch (IllegalArgumentException | IllegalStateException foreign) {
      throw refused();
    }
    if (Math.abs(clock.getAsLong() - ticket.millis()) > LONGEST.toMillis() || isUsed(sealed)) {
      throw refused();
    }
    return ticket;
  }

  private boolean isUsed(byte[] sealed) {
    long now = System.nanoTime();
    used.values().removeIf(then -> now - then > 2 * LONGEST.toNanos());
    ByteBuffer nonce = ByteBuffer.wrap(Arrays.copyOf(sealed, NONCE_BYTES));
    return used.putIfAbsent(nonce, now) != null;
  }

  private static String place(UUID instance) {
    return "relay/" + instance;
  }

  static HaasException refused() {
    return new HaasException(
        ErrorCode.NOT_AUTHENTICATED, "This door is for the other instances of this HaaS.");
  }
}
