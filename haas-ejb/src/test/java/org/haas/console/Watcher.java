package org.haas.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.haas.console.ConsoleEvent.Status;

/** A viewer who remembers what he was told; he can stop to take anything. */
final class Watcher implements ConsoleViewer {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final List<Status> states = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Void>> stalled = new ArrayList<>();
  private boolean takes = true;
  private long lost;
  private volatile boolean ended;

  @Override
  public synchronized CompletionStage<Void> send(ConsoleEvent event) {
    if (event instanceof Output said) {
      output.writeBytes(said.bytes());
    } else if (event instanceof Notice notice) {
      notices.add(notice);
    } else if (event instanceof Status status) {
      states.add(status);
    } else if (event instanceof Lost gone) {
      lost += gone.bytes();
    }
    CompletableFuture<Void> sent = new CompletableFuture<>();
    if (takes) {
      sent.complete(null);
    } else {
      stalled.add(sent);
    }
    return sent;
  }

  @Override
  public void end() {
    ended = true;
  }

  synchronized void stall() {
    takes = false;
  }

  void goOn() {
    List<CompletableFuture<Void>> waiting;
    synchronized (this) {
      takes = true;
      waiting = List.copyOf(stalled);
      stalled.clear();
    }
    waiting.forEach(each -> each.complete(null));
  }

  synchronized String text() {
    return output.toString(UTF_8);
  }

  synchronized byte[] bytes() {
    return output.toByteArray();
  }

  synchronized int size() {
    return output.size();
  }

  synchronized long lost() {
    return lost;
  }

  List<ConsoleEvent.Kind> kinds() {
    return notices.stream().map(Notice::kind).toList();
  }

  List<String> sentences() {
    return notices.stream().map(Notice::sentence).toList();
  }

  Status status() {
    return states.get(states.size() - 1);
  }

  boolean isEnded() {
    return ended;
  }
}
