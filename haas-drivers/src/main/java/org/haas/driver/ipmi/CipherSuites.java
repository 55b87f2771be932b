package org.haas.driver.ipmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which cipher suite each controller was last reached with, so that the right one is tried first.
 * 17 (SHA-256) is better; 3 (SHA-1) is all that many controllers have.
 */
final class CipherSuites {
  private final Map<String, Integer> known = new ConcurrentHashMap<>();

  /** The suites to try, in this order. */
  List<Integer> forAddress(String address, List<Integer> allowed) {
    List<Integer> order = new ArrayList<>(allowed);
    Integer last = known.get(address);
    if (last != null && order.remove(last)) {
      order.add(0, last);
    }
    return order;
  }

  void reached(String address, int suite) {
    known.put(address, suite);
  }
}
