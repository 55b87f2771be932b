package org.haas.maintenance;

import static org.haas.document.JsonLibrary.JSON;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haas.spi.Secret;

/**
 * One HTTP request to the maintenance service. It is signed, follows no redirect, goes to no
 * address of the link itself (where clouds keep their metadata), and reads nothing of the answer
 * but its status.
 */
final class Webhook {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int OK = 200;
  private static final int REDIRECTION = 300;

  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  Webhook(Duration timeout, Clock clock) {
    this.timeout = timeout;
    this.clock = clock;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
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
    try {
      requireElsewhere(call.url());
      int status = send(call);
      boolean taken = status >= OK && status < REDIRECTION;
      return new Answer(taken, true, "The maintenance service answered %d.".formatted(status));
    } catch (IOException unreachable) {
      return unreached(unreachable.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return unreached("HaaS is being stopped");
    }
  }

  private static Answer unreached(String why) {
    String words = why == null ? "no connection" : why;
    return new Answer(
        false, false, "The maintenance service could not be told: %s.".formatted(words));
  }

  private static void requireElsewhere(URI url) throws IOException {
    for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
      if (address.isLinkLocalAddress()
          || address.isMulticastAddress()
          || address.isAnyLocalAddress()) {
        throw new IOException(url.getHost() + " is an address that HaaS does not call");
      }
    }
  }

  private int send(Call call) throws IOException, InterruptedException {
    String body =
        JSON.createObjectBuilder()
            .add("node", call.node().value())
            .add("done", call.done().toString())
            .build()
            .toString();
    String time = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(call.url())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("HaaS-Delivery", call.delivery().toString())
            .header("HaaS-Time", time)
            .header("HaaS-Signature", "sha256=" + signature(call.secret(), time + "." + body))
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
    answer.body().close(); // whatever it says, nobody is shown it
    return answer.statusCode();
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
