package org.haas.it.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.it.lab.FloodReport;
import org.haas.it.lab.HeardFrame;
import org.haas.it.lab.Nic;
import org.haas.spi.VlanId;

/**
 * When each NIC may have been on which network: from the moment at which that was asked for to the
 * moment at which it was told that it is over.
 */
final class Stays {
  private final Map<Nic, List<Stay>> known = new ConcurrentHashMap<>();

  /** One of them; {@code until} is in the far future as long as it goes on. */
  private record Stay(VlanId vlan, Instant from, Instant until) {
    boolean meets(Instant begin, Instant end) {
      return from.isBefore(end) && until.isAfter(begin);
    }
  }

  /** It is about to be asked for. */
  void begins(Nic nic, LabNetwork network) {
    known
        .computeIfAbsent(nic, each -> new CopyOnWriteArrayList<>())
        .add(new Stay(network.vlan(), Instant.now(), Instant.MAX));
  }

  /** It was told that it is over. */
  void ended(Nic nic) {
    List<Stay> stays = known.get(nic);
    Stay last = stays.remove(stays.size() - 1);
    stays.add(new Stay(last.vlan(), last.from(), Instant.now()));
  }

  /** Frames that cannot have gone where they were heard, a sentence for each of the first few. */
  List<String> leaked(FloodReport flood, List<Nic> senders) {
    Map<String, Nic> byAddress =
        senders.stream().collect(Collectors.toMap(Nic::mac, Function.identity()));
    return flood.heard().entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(frame -> !mayHear(byAddress.get(frame.source()), entry.getKey(), frame))
                    .map(frame -> "%s heard %s".formatted(entry.getKey(), frame)))
        .limit(20)
        .toList();
  }

  /** Only who was on the network of its sender while it was on its way. */
  private boolean mayHear(Nic from, Nic to, HeardFrame frame) {
    Optional<Integer> tag = frame.tags().stream().map(Integer::valueOf).findFirst();
    return of(from).stream()
        .filter(stay -> tag.isEmpty() || stay.vlan().value() == tag.get())
        .filter(stay -> stay.meets(frame.sentAt(), frame.heardAt()))
        .anyMatch(
            stay ->
                of(to).stream()
                    .filter(there -> there.vlan().equals(stay.vlan()))
                    .anyMatch(there -> there.meets(frame.sentAt(), frame.heardAt())));
  }

  private List<Stay> of(Nic nic) {
    return known.getOrDefault(nic, List.of());
  }
}
