package org.haas.console;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SocketEndTest {
  private final Map<String, Object> properties = new ConcurrentHashMap<>();
  private final BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
  private final AtomicInteger pings = new AtomicInteger();
  private volatile boolean open = true;
  private volatile boolean broken;

  private final RemoteEndpoint.Async remote =
      fake(
          RemoteEndpoint.Async.class,
          (proxy, method, arguments) -> {
            if (broken) {
              throw new IOException("the line is cut");
            }
            return pings.incrementAndGet() > 0 ? null : proxy;
          });

  private final Session session =
      fake(
          Session.class,
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "getUserProperties" -> properties;
                case "getAsyncRemote" -> remote;
                case "isOpen" -> open;
                default -> {
                  open = false;
                  closed.add((CloseReason) arguments[0]);
                  yield null;
                }
              });

  private static <T> T fake(Class<T> type, InvocationHandler does) {
    return type.cast(
        Proxy.newProxyInstance(SocketEndTest.class.getClassLoader(), new Class<?>[] {type}, does));
  }

  @Test
  void close_asked_waitsForASignOfLife() {
    SocketEnd.close(session, CloseCodes.VIOLATED_POLICY, "Log in first.");
    assertThat(closed).isEmpty();
    assertThat(pings).hasValue(1);
    assertThat(SocketEnd.isNear(session)).isTrue();
    assertThat(closed).hasSize(1);
    assertThat(closed.element().getReasonPhrase()).isEqualTo("Log in first.");
    assertThat(closed.element().getCloseCode()).isEqualTo(CloseCodes.VIOLATED_POLICY);
  }

  @Test
  void close_repeated_hasTheFirstReasonOnly() {
    SocketEnd.close(session, CloseCodes.VIOLATED_POLICY, "first" + "t".repeat(200));
    SocketEnd.close(session, CloseCodes.NORMAL_CLOSURE, "second");
    assertThat(pings).hasValue(1);
    assertThat(SocketEnd.isNear(session)).isTrue();
    assertThat(SocketEnd.isNear(session)).isTrue();
    assertThat(closed).hasSize(1);
    assertThat(closed.element().getReasonPhrase()).hasSize(120).startsWith("first");
  }

  @Test
  void isNear_ofAnOpenOne_isNo() {
    assertThat(SocketEnd.isNear(session)).isFalse();
    assertThat(closed).isEmpty();
  }

  @Test
  void close_withoutASignOfLife_comesAllTheSame() throws InterruptedException {
    broken = true;
    SocketEnd.close(session, CloseCodes.NORMAL_CLOSURE, "The console ended.");
    assertThat(closed.poll(SocketEnd.PATIENCE.toMillis() / 2, MILLISECONDS)).isNull();
    assertThat(closed.poll(60, SECONDS)).isNotNull();
  }
}
