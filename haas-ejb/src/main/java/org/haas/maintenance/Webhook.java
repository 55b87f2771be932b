package org.haas.maintenance;

import static org.haas.document.JsonLibrary.JSON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haas.hook.HookUrl;
import org.haas.hook.Outbound;
import org.haas.hook.Reach;
import org.haas.spi.Secret;

/** One signed call of the maintenance service. */
final class Webhook {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int OK = 200;
  private static final int REDIRECTION = 300;

  private final Outbound outbound;
  private final Clock clock;

  Webhook(Duration timeout, Clock clock) {
    this.outbound = new Outbound(Reach.ofAdministrators(), timeout);
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param taken the service has heard
   * @param reached it answered anything
   * @param words a sentence for people
   */
  record Answer(boolean taken, boolean reached, String words) {}

  /** Tells it. Takes the timeout at most; throws nothing for failures of the service. */
  Answer tell(Call call) {
    String body =
        JSON.createObjectBuilder()
            .add("node", call.node().value())
            .add("done", call.done().toString())
            .build()
            .toString();
    String time = Long.toString(clock.instant().getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "HaaS-Delivery",
            call.delivery().toString(),
            "HaaS-Time",
            time,
            "HaaS-Signature",
            "sha256=" + signature(call.secret(), time + "." + body));
    try {
      int status = outbound.post(new HookUrl(call.url()), headers, body);
      boolean taken = status >= OK && status < REDIRECTION;
      return new Answer(taken, true, "The maintenance service answered %d.".formatted(status));
    } catch (IOException failed) {
      return new Answer(
          false,
          false,
          "The maintenance service could not be told: %s.".formatted(Outbound.words(failed)));
    }
  }

  /** HMAC-SHA256 of the text, in hexadecimal digits. */
  static String signature(Secret secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException unknown) {
      throw new IllegalStateException(unknown);
    }
  }
}
