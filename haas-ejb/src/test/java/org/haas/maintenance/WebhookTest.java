package org.haas.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Secret SECRET = new Secret("a long and quiet secret");
  private static final UUID DELIVERY = new UUID(1, 2);

  private final Webhook webhook =
      new Webhook(Duration.ofMillis(300), Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<String> seen = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private int status = 204;
  private boolean hangs;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      seen.add(call.getRequestURI().getPath());
      String time = call.getRequestHeaders().getFirst("HaaS-Time");
      assertThat(time).isEqualTo(Long.toString(NOW.getEpochSecond()));
      assertThat(call.getRequestHeaders().getFirst("HaaS-Signature"))
          .isEqualTo("sha256=" + Webhook.signature(SECRET, time + "." + body));
      seen.add(call.getRequestHeaders().getFirst("HaaS-Delivery"));
      seen.add(body);
      if (hangs) {
        end.await();
      }
      call.getResponseHeaders().set("Location", url("/elsewhere").toString());
      call.sendResponseHeaders(status, -1);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tell_serviceTakesIt_isTakenAndWasSigned() {
    Webhook.Answer answer = webhook.tell(call(url("/hook")));
    assertThat(answer).isEqualTo(new Webhook.Answer(true, true, answer.words()));
    assertThat(answer.words()).isEqualTo("The maintenance service answered 204.");
    assertThat(seen)
        .containsExactly(
            "/hook", DELIVERY.toString(), "{\"node\":\"node-01\",\"done\":\"https://haas/done\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 500, 503})
  void tell_serviceAnswersAnythingElse_isNotTakenAndNotFollowed(int other) {
    status = other;
    Webhook.Answer answer = webhook.tell(call(url("/hook")));
    assertThat(answer.taken()).isFalse();
    assertThat(answer.reached()).isTrue();
    assertThat(answer.words()).contains(Integer.toString(other));
    assertThat(seen).doesNotContain("/elsewhere");
  }

  @Test
  void tell_serviceHangs_isGivenUpInTime() {
    hangs = true;
    long from = System.nanoTime();
    assertThat(webhook.tell(call(url("/hook"))).reached()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void tell_nobodyListens_isNotReached() {
    URI gone = url("/hook");
    server.stop(0);
    Webhook.Answer answer = webhook.tell(call(gone));
    assertThat(answer.reached()).isFalse();
    assertThat(answer.words()).startsWith("The maintenance service could not be told: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1]/",
        "http://0.0.0.0:8080/",
        "http://224.0.0.1/"
      })
  void tell_addressOfTheLink_isNotCalled(String url) {
    Webhook.Answer answer = webhook.tell(call(URI.create(url)));
    assertThat(answer.reached()).isFalse();
    assertThat(answer.words()).contains("HaaS does not call");
  }

  @Test
  void signature_ofRfc4231_isAsThere() {
    assertThat(Webhook.signature(new Secret("Jefe"), "what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  private static Call call(URI url) {
    return new Call(url, SECRET, DELIVERY, new Label("node-01"), URI.create("https://haas/done"));
  }
}
