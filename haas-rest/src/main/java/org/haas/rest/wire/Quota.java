package org.haas.rest.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many requests in a window, for everybody of his own: all at once or spread, then as they come
 * back, evenly. Of everybody one number is kept: when he will have all of them again.
 */
final class Quota {
  /** From so many on who has all of his is forgotten. */
  static final int MANY = 10_000;

  /** So many are told apart at most; who comes later shares one with all who do. */
  static final int MOST = 100_000;

  private final String name;
  private final long requests;
  private final Duration window;
  private final LongSupplier nanos;
  private final long each;
  private final String policy;
  private final AtomicLong forgotAt;
  private final Map<Object, AtomicLong> wholeAgain = new ConcurrentHashMap<>();

  /**
   * A quota that nobody has used yet.
   *
   * @param requests in the window; zero: as many as anybody wants
   * @param nanos what time it is, as {@link System#nanoTime}
   */
  Quota(String name, int requests, Duration window, LongSupplier nanos) {
    this.name = name;
    this.requests = requests;
    this.window = window;
    this.nanos = nanos;
    this.forgotAt = new AtomicLong(nanos.getAsLong());
    this.policy = "\"%s\";q=%d;w=%d".formatted(name, requests, window.toSeconds());
    this.each = requests == 0 ? 0 : window.toNanos() / requests;
  }

  /**
   * What somebody has left.
   *
   * @param allowed whether this one is within it
   * @param left how many more are, now
   * @param wholeIn seconds until all are back, rounded up
   * @param oneIn seconds until one is, rounded up
   */
  record Left(boolean allowed, long left, long wholeIn, long oneIn) {}

  /** Whether there is none. */
  boolean isUnlimited() {
    return requests == 0;
  }

  /** Takes one for who asks, if he has one. */
  Left take(Object who) {
    AtomicLong whole = of(who);
    while (true) {
      long now = nanos.getAsLong();
      long before = whole.get();
      long owed = Math.max(before - now, 0);
      if (owed + each > window.toNanos()) {
        return left(false, owed);
      }
      if (whole.compareAndSet(before, now + owed + each)) {
        return left(true, owed + each);
      }
    }
  }

  /** What who asks has left, of which nothing is taken. */
  Left look(Object who) {
    AtomicLong whole = wholeAgain.get(who);
    long owed = whole == null ? 0 : Math.max(whole.get() - nanos.getAsLong(), 0);
    return left(owed + each <= window.toNanos(), owed);
  }

  /** The rule, as the header RateLimit-Policy has it. */
  String policy() {
    return policy;
  }

  /** The rule, for people. */
  @Override
  public String toString() {
    return "%d %s in %d s".formatted(requests, name.replace('-', ' '), window.toSeconds());
  }

  /** What is left, as the header RateLimit has it. */
  String field(Left left) {
    return "\"" + name + "\";r=" + left.left() + ";t=" + left.wholeIn();
  }

  private Left left(boolean allowed, long owed) {
    long free = window.toNanos() - owed;
    return new Left(allowed, free / each, seconds(owed), seconds(Math.max(each - free, 0)));
  }

  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }

  private AtomicLong of(Object who) {
    AtomicLong known = wholeAgain.get(who);
    if (known != null) {
      return known;
    }
    if (wholeAgain.size() >= MANY) {
      forget();
    }
    Object key = wholeAgain.size() < MOST ? who : name;
    return wholeAgain.computeIfAbsent(key, one -> new AtomicLong(nanos.getAsLong()));
  }

  /** Those who have all of theirs; looks for them once a second at most. */
  private void forget() {
    long now = nanos.getAsLong();
    long last = forgotAt.get();
    if (now - last >= TimeUnit.SECONDS.toNanos(1) && forgotAt.compareAndSet(last, now)) {
      wholeAgain.values().removeIf(whole -> whole.get() - now <= 0);
    }
  }

  /** How many are told apart now. */
  int known() {
    return wholeAgain.size();
  }
}
