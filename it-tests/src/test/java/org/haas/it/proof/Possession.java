package org.haas.it.proof;

/**
 * A time during which a client certainly owned something: from the answer that gave it to him until
 * he asked to give it back. By {@link System#nanoTime}.
 *
 * @param prize what, such as {@code vlan 300}
 */
record Possession(String prize, String owner, long fromNanos, long toNanos) {

  boolean overlaps(Possession later) {
    return later.fromNanos - toNanos < 0;
  }
}
