package org.haas.network;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Which switches this instance looks at now. Those that failed at the last look have places of
 * their own: however many hang, the others are not kept waiting.
 */
final class LookPlaces {
  static final int WELL = 48;
  static final int FAILING = 16;

  private final Map<Long, Boolean> taken = new ConcurrentHashMap<>();

  /** How many more may begin. */
  int left(boolean failing) {
    long now = taken.values().stream().filter(each -> each == failing).count();
    return (failing ? FAILING : WELL) - (int) now;
  }

  /**
   * Has the switch looked at, unless that is under way.
   *
   * @throws RuntimeException of the executor: then its place is free again
   */
  void begin(long switchId, boolean failing, Executor executor, Runnable look) {
    if (taken.putIfAbsent(switchId, failing) != null) {
      return;
    }
    try {
      executor.execute(() -> look(switchId, look));
    } catch (RuntimeException refused) {
      taken.remove(switchId);
      throw refused;
    }
  }

  private void look(long switchId, Runnable look) {
    try {
      look.run();
    } finally {
      taken.remove(switchId);
    }
  }
}
