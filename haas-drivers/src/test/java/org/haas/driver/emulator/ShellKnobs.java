package org.haas.driver.emulator;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.spi.PortName;

/** What can be wrong with a switch's command line. */
public final class ShellKnobs {
  /** How many sessions there may be, unless told otherwise. */
  private static final int MOST_SESSIONS = 32;

  private final Set<PortName> refusing = ConcurrentHashMap.newKeySet();
  private final Set<PortName> forgetful = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean garbage;
  private volatile boolean hanging;
  private volatile boolean alwaysPaging;
  private volatile int sessions = MOST_SESSIONS;
  private volatile long bytesLeft = Long.MAX_VALUE;
  private volatile String banner = "";

  /** Each line takes so much longer. */
  public void delay(Duration time) {
    delay = time;
  }

  /** It obeys, but shows nonsense. */
  public void garbage(boolean on) {
    garbage = on;
  }

  /** It takes keys and does nothing. */
  public void hang(boolean on) {
    hanging = on;
  }

  /** It stops at each page, whatever it was told. */
  public void alwaysPaging(boolean on) {
    alwaysPaging = on;
  }

  /** How many sessions there may be at a time. */
  public void sessions(int most) {
    sessions = most;
  }

  /** What it says before the first prompt. */
  public void banner(String text) {
    banner = text;
  }

  /** After so many more characters have appeared, the connection breaks; once. */
  public synchronized void cutAfter(long characters) {
    bytesLeft = characters;
  }

  /** From now on the port takes no command; with {@code false} it does again. */
  public void refuse(PortName port, boolean on) {
    set(refusing, port, on);
  }

  /** From now on the port takes commands and stays as it is; with {@code false} it obeys again. */
  public void forget(PortName port, boolean on) {
    set(forgetful, port, on);
  }

  private static void set(Set<PortName> ports, PortName port, boolean on) {
    if (on) {
      ports.add(port);
    } else {
      ports.remove(port);
    }
  }

  /** Nothing is wrong any more. */
  public void heal() {
    garbage = false;
    hanging = false;
    refusing.clear();
    forgetful.clear();
    cutAfter(Long.MAX_VALUE);
  }

  boolean isRefusing(String port) {
    return refusing.contains(new PortName(port));
  }

  boolean isForgetful(String port) {
    return forgetful.contains(new PortName(port));
  }

  boolean isHanging() {
    return hanging;
  }

  boolean isAlwaysPaging() {
    return alwaysPaging;
  }

  int sessions() {
    return sessions;
  }

  String banner() {
    return banner;
  }

  /** What really appears in place of this. */
  synchronized String shown(String text) {
    String shown = garbage && text.contains("\n") ? "\u0007%~ 7f3a!? \u00fc\r\n" : text;
    if (shown.length() < bytesLeft) {
      bytesLeft -= bytesLeft == Long.MAX_VALUE ? 0 : shown.length();
      return shown;
    }
    String before = shown.substring(0, (int) bytesLeft);
    bytesLeft = Long.MAX_VALUE;
    throw new ConnectionCut(before);
  }

  void await() {
    try {
      if (!delay.isZero()) {
        Thread.sleep(delay.toMillis());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
