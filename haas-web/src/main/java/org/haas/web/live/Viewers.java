package org.haas.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.operation.Sight;
import org.haas.web.login.SignedIn;

/**
 * The open pages of this instance. What changed is handed to each without waiting: a page that does
 * not read loses names, not the fact that something changed, and holds up nobody.
 */
@ApplicationScoped
public class Viewers {
  private final Map<String, Viewer> open = new ConcurrentHashMap<>();

  @Inject private Changes changes;
  @Inject private Sight sight;

  @Resource(lookup = "concurrent/haas")
  private ManagedExecutorService executor;

  private Changes.Subscription subscription;

  /** How far this instance has heard: kept by a page before it reads what it shows. */
  public String heard() {
    return Long.toString(changes.count());
  }

  /**
   * Tells that page from now on; and to look again, if something has changed since it was made.
   *
   * @param heard what {@link #heard} was then
   */
  public void add(Session session, SignedIn reader, String heard) {
    subscribe();
    session.getAsyncRemote().setSendTimeout(Viewer.SEND_TIMEOUT.toMillis());
    Viewer viewer = new Viewer(session, reader, sight, executor);
    open.put(session.getId(), viewer);
    if (!heard.equals(heard())) {
      viewer.offer(Change.MISSED);
    }
  }

  /** Answers a sign of life. */
  public void answer(Session session) {
    Viewer viewer = open.get(session.getId());
    if (viewer != null) {
      viewer.answer();
    }
  }

  /** That page went away. */
  public void remove(Session session) {
    open.remove(session.getId());
  }

  /** Ends what was opened under a login that is over. */
  void endOf(String login) {
    open.values().stream().filter(viewer -> viewer.isOf(login)).forEach(Viewer::end);
  }

  private synchronized void subscribe() {
    if (subscription == null) {
      subscription = changes.watch(this::changed);
    }
  }

  private void changed(Change change) {
    open.values().forEach(viewer -> viewer.offer(change));
  }

  @PreDestroy
  synchronized void stop() {
    if (subscription != null) {
      subscription.close();
    }
  }
}
