package org.haas.driver.libvirt;

import java.util.HashMap;
import java.util.Map;
import org.haas.spi.HostCapacity;

/** What a host has, as its libvirt tells it. */
final class Host {
  /** The name of the processor: one unit of XDR for each of its letters. */
  private static final int MODEL_BYTES = 32 * 4;

  private static final int ALL_CELLS = -1;

  private final LibvirtRpc rpc;

  Host(LibvirtRpc rpc) {
    this.rpc = rpc;
  }

  HostCapacity capacity(long freeDiskBytes) {
    int count = rpc.decoded(Host::count, statistics(0));
    Map<String, Long> kibibytes = rpc.decoded(Host::values, statistics(count));
    long memory = kibibytes.getOrDefault("total", 0L) << 10;
    long free = Math.min(free(kibibytes), memory);
    return new HostCapacity(cpus(), memory, free, freeDiskBytes);
  }

  private int cpus() {
    XdrReader reply = rpc.call(Procedure.NODE_GET_INFO);
    return rpc.decoded(
        from -> {
          from.skip(MODEL_BYTES);
          from.hyper();
          return from.number();
        },
        reply);
  }

  /** What is not in use, and what the system keeps of files only as long as nobody needs it. */
  private static long free(Map<String, Long> kibibytes) {
    long free = 0;
    for (String name : new String[] {"free", "buffers", "cached"}) {
      free += kibibytes.getOrDefault(name, 0L);
    }
    return free << 10;
  }

  private XdrReader statistics(int count) {
    return rpc.call(
        Procedure.NODE_GET_MEMORY_STATS, new XdrWriter().number(count).number(ALL_CELLS).number(0));
  }

  private static int count(XdrReader reply) {
    values(reply);
    return reply.number();
  }

  private static Map<String, Long> values(XdrReader reply) {
    Map<String, Long> values = new HashMap<>();
    reply.list(from -> values.put(from.text(), from.hyper()));
    return values;
  }
}
