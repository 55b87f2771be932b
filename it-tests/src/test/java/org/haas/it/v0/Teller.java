package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Running;

/** Tells a story to the running HaaS: sends its requests as HIL's client does, and compares. */
final class Teller implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The password of the users that stories make. */
  static final String PASSWORD = "correct horse";

  private final Stage stage;
  private final Known known;
  private final Map<String, HilSession> sessions = new HashMap<>();

  Teller(Stage stage) {
    this.stage = stage;
    this.known = stage.known();
  }

  /** The next step. */
  void tell(Story.Step step) throws IOException {
    if (step.exchange().isPresent()) {
      tell(step.exchange().get());
    } else {
      stage.happen(known.fill(step.event()));
    }
  }

  private void tell(Exchange exchange) {
    String path = "/api/v0" + known.fill(exchange.path());
    String body = known.fill(exchange.body());
    HilSession session = sessions.computeIfAbsent(exchange.user(), this::session);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HilSession.Reply reply = session.send(exchange.method(), path, body);
      try {
        compare(exchange, reply);
        break;
      } catch (AssertionError other) {
        if (!exchange.await() || System.nanoTime() - deadline > 0) {
          throw other;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    if (exchange.status() == 307) {
      follow(exchange, body);
    }
  }

  private void compare(Exchange exchange, HilSession.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(exchange.status());
    if (exchange.outcome().isPresent()) {
      assertRefusal(exchange.outcome().get(), reply.body());
    } else if (exchange.status() >= 300) {
      known.assertText("Location", reply.headers().get("location"), known.fill(exchange.answer()));
      assertThat(reply.body()).isEmpty();
    } else if (exchange.answer().isEmpty()) {
      assertThat(reply.body()).isEmpty();
    } else {
      assertThat(reply.headers()).containsEntry("content-type", "application/json");
      known.assertSame(reply.body(), exchange.answer());
    }
  }

  /** Exactly HIL's word for it and a sentence. */
  private static void assertRefusal(Outcome outcome, String body) {
    JsonObject refusal = Known.json(body).asJsonObject();
    assertThat(List.copyOf(refusal.keySet())).as(body).containsExactly("type", "msg");
    assertThat(refusal.getString("type")).as(body).isEqualTo(outcome.type());
    assertThat(refusal.getString("msg")).matches("(?s)\\S.{10,}");
  }

  /** The same request there, without the login: the client gives it to no other server. */
  private void follow(Exchange exchange, String body) {
    URI there = URI.create(known.fill(exchange.answer()));
    try (HilSession session = new HilSession(there, Optional.empty())) {
      String path = there.getRawPath() + "?" + there.getRawQuery();
      assertThat(session.send(exchange.method(), path, body).status())
          .as("%s", there)
          .isEqualTo(200);
    }
  }

  private HilSession session(String user) {
    Optional<String> login =
        switch (user) {
          case Exchange.NOBODY -> Optional.empty();
          case "admin", "physics", "biology" -> Optional.of(user + ":" + Running.password(user));
          case "intruder" -> Optional.of("physics:" + PASSWORD);
          default -> Optional.of(known.fill(user + "-{run}:") + PASSWORD);
        };
    return new HilSession(Running.url(), login);
  }

  @Override
  public void close() {
    sessions.values().forEach(HilSession::close);
  }
}
