package org.haas.web.live;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;
import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.haas.console.SocketEnd;
import org.haas.operation.Change;
import org.haas.operation.ChangeView;
import org.haas.operation.Sight;
import org.haas.web.login.SignedIn;

/**
 * One open page. Holds what it was not told yet, each thing once and a bounded number of them, and
 * has one message on its way at a time.
 */
final class Viewer {
  static final Duration SEND_TIMEOUT = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(Viewer.class.getName());
  private static final int MOST_WAITING = 64;

  private final Session session;
  private final SignedIn reader;
  private final Sight sight;
  private final Executor executor;

  private final Set<Change> waiting = new LinkedHashSet<>();
  private boolean answerDue;
  private boolean busy;

  Viewer(Session session, SignedIn reader, Sight sight, Executor executor) {
    this.session = session;
    this.reader = reader;
    this.sight = sight;
    this.executor = executor;
  }

  boolean isOf(String ended) {
    return ended.equals(reader.login());
  }

  /** Takes a change to be told soon. Never waits. */
  synchronized void offer(Change change) {
    if (!sight.isNothing(reader.caller(), change)) {
      waiting.add(waiting.size() < MOST_WAITING ? change : Change.MISSED);
      work();
    }
  }

  /** Shows that the connection lives. Never waits. */
  synchronized void answer() {
    answerDue = true;
    work();
  }

  /** Ends the connection: its login is over. */
  void end() {
    SocketEnd.close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "Signed out.");
  }

  private void work() {
    if (busy) {
      return;
    }
    busy = true;
    try {
      executor.execute(this::tell);
    } catch (RejectedExecutionException stopping) {
      busy = false;
    }
  }

  /** Whatever fails here closes the connection: the page opens another, and looks again. */
  private void tell() {
    try {
      String text = text();
      if (text.isEmpty()) {
        free();
      } else {
        session.getAsyncRemote().sendText(text, this::sent);
      }
    } catch (RuntimeException failed) {
      LOG.log(session.isOpen() ? WARNING : DEBUG, "a page could not be told of changes", failed);
      SocketEnd.close(session, CloseReason.CloseCodes.UNEXPECTED_CONDITION, "Try again.");
    }
  }

  private String text() {
    Set<Change> batch;
    synchronized (this) {
      batch = new LinkedHashSet<>(waiting);
      waiting.clear();
      if (answerDue && batch.isEmpty()) {
        answerDue = false;
        return "{}";
      }
      answerDue = false;
    }
    Set<ChangeView> views = sight.tell(reader.caller(), batch);
    return views.isEmpty() ? "" : json(views);
  }

  private static String json(Set<ChangeView> views) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (ChangeView view : views) {
      JsonObjectBuilder object = JSON.createObjectBuilder().add("kind", view.kind().name());
      view.name().ifPresent(name -> object.add("name", name));
      view.node().ifPresent(node -> object.add("node", node));
      array.add(object);
    }
    return array.build().toString();
  }

  private void sent(SendResult result) {
    if (result.isOK()) {
      free();
    } else {
      SocketEnd.close(session, CloseReason.CloseCodes.UNEXPECTED_CONDITION, "Try again.");
    }
  }

  private synchronized void free() {
    busy = false;
    if (!waiting.isEmpty() || answerDue) {
      work();
    }
  }
}
