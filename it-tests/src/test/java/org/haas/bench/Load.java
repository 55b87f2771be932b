package org.haas.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Clients that work at the same time, each as fast as it is answered. */
final class Load {
  private Load() {}

  /** What a client does again and again, on connections of its own. */
  interface Client extends AutoCloseable {
    /** Does it once. */
    void once();

    /** What comes between, and does not count. */
    default void rest() {}

    @Override
    default void close() {}
  }

  /** All that was measured, so that slices can be put together. */
  private static final class Tally {
    private final List<long[]> nanos = new ArrayList<>();
    private double seconds;
    private Cpu.Used used = new Cpu.Used(0, 0);

    Figure figure() {
      long[] all = nanos.stream().flatMapToLong(Arrays::stream).toArray();
      return Figure.of(all, seconds, used);
    }
  }

  /** One kind of work with that many clients. */
  record Work(int clients, IntFunction<Client> client) {}

  /** Measures one kind of work. */
  static Figure of(Work work, double seconds) {
    return alternately(List.of(work), seconds, 1).get(0);
  }

  /**
   * Measures several kinds of work in turns, so that what else the machine does disturbs all of
   * them alike.
   */
  static List<Figure> alternately(List<Work> works, double secondsEach, int turns) {
    List<Tally> tallies = works.stream().map(work -> new Tally()).toList();
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < works.size(); i++) {
        slice(works.get(i), secondsEach / turns, tallies.get(i));
      }
    }
    return tallies.stream().map(Tally::figure).toList();
  }

  private static void slice(Work work, double seconds, Tally tally) {
    ExecutorService threads = Executors.newFixedThreadPool(work.clients());
    List<Client> clients = new ArrayList<>();
    try {
      for (int i = 0; i < work.clients(); i++) {
        clients.add(work.client().apply(i));
      }
      Cpu.Used before = Cpu.now();
      long begin = System.nanoTime();
      long end = begin + (long) (seconds * 1e9);
      List<Future<long[]>> running = new ArrayList<>();
      clients.forEach(client -> running.add(threads.submit(() -> work(client, end))));
      for (Future<long[]> each : running) {
        tally.nanos.add(each.get());
      }
      tally.seconds += (System.nanoTime() - begin) / 1e9;
      tally.used = tally.used.plus(Cpu.now().since(before));
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      threads.shutdownNow();
      clients.forEach(Client::close);
    }
  }

  private static long[] work(Client client, long end) {
    long[] nanos = new long[1024];
    int count = 0;
    long begin = System.nanoTime();
    while (begin < end) {
      client.once();
      long done = System.nanoTime();
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = done - begin;
      client.rest();
      begin = System.nanoTime();
    }
    return Arrays.copyOf(nanos, count);
  }
}
