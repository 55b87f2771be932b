package org.haas.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slow viewer is nobody's business but his own. */
class ManyViewersTest extends HubTest {
  private static final int VIEWERS = 50;
  private static final int BYTES = 2 * 1024 * 1024;

  @Test
  void viewers_oneStalled_theOthersGetEveryByteInOrder() {
    hub.start();
    List<Watcher> watchers = new ArrayList<>();
    for (int i = 0; i < VIEWERS; i++) {
      Watcher watcher = new Watcher();
      watchers.add(watcher);
      seat(hub, "viewer-" + i, watcher);
    }
    Watcher stalled = watchers.remove(0);
    until(() -> stalled.kinds().size() == 1);
    stalled.stall();

    byte[] said = say(watchers);

    for (Watcher watcher : watchers) {
      until(() -> watcher.size() == BYTES);
      assertThat(watcher.bytes()).isEqualTo(said);
      assertThat(watcher.lost()).isZero();
    }
    int before = stalled.size();
    stalled.goOn();
    until(() -> before + stalled.lost() + (stalled.size() - before) == BYTES);
    assertThat(stalled.lost()).isGreaterThanOrEqualTo(BYTES - SCROLLBACK - 2 * 32 * 1024);
    assertThat(stalled.bytes()).endsWith(Arrays.copyOfRange(said, BYTES - SCROLLBACK, BYTES));
  }

  /** No faster than those who keep up take it. */
  private byte[] say(List<Watcher> watchers) {
    byte[] all = new byte[BYTES];
    new Random(11).nextBytes(all);
    int part = 4096;
    for (int end = part; end <= BYTES; end += part) {
      machine.say(Arrays.copyOfRange(all, end - part, end));
      int so = end;
      if (end % (SCROLLBACK / 2) == 0) {
        until(() -> watchers.stream().allMatch(each -> each.size() + each.lost() >= so));
      }
    }
    return all;
  }

  @Test
  void consoles_twoHundredAtTenKilobytes_loseNothing() {
    int consoles = 200;
    List<ConsoleInMemory> machines =
        IntStream.range(0, consoles).mapToObj(i -> new ConsoleInMemory()).toList();
    List<ConsoleHub> hubs = machines.stream().map(this::hub).toList();
    List<Watcher> watchers = IntStream.range(0, consoles).mapToObj(i -> new Watcher()).toList();
    hubs.forEach(ConsoleHub::start);
    IntStream.range(0, consoles).forEach(i -> seat(hubs.get(i), "alice", watchers.get(i)));
    byte[] part = "0123456789".repeat(100).getBytes(US_ASCII);

    for (int tenth = 0; tenth < 10; tenth++) {
      machines.forEach(each -> each.say(part));
      LockSupport.parkNanos(100_000_000);
    }

    watchers.forEach(each -> until(() -> each.size() == 10_000));
    assertThat(watchers).allMatch(each -> each.lost() == 0);
    hubs.forEach(each -> each.end("over"));
  }
}
