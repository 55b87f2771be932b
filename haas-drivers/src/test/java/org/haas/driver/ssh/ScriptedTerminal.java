package org.haas.driver.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A command line that says one text after the other, whatever is typed, and keeps what was. */
final class ScriptedTerminal implements Terminal {
  private final Deque<String> texts;
  private final List<String> typed = new ArrayList<>();
  private boolean mayTalk = true;
  private boolean aborted;

  ScriptedTerminal(String... texts) {
    this.texts = new ArrayDeque<>(List.of(texts));
  }

  List<String> typed() {
    return typed;
  }

  boolean aborted() {
    return aborted;
  }

  @Override
  public void send(String text) throws IOException {
    if (aborted) {
      throw new IOException("broken");
    }
    typed.add(text);
    mayTalk = true;
  }

  @Override
  public String receive(long deadline) throws IOException {
    if (!mayTalk || texts.isEmpty()) {
      throw new SocketTimeoutException("nothing comes");
    }
    mayTalk = false;
    return texts.remove();
  }

  @Override
  public void abort() {
    aborted = true;
  }

  @Override
  public void close() {}
}
