package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.haas.it.Site;

/** One change-set after the other on a quartet, and the judgement of each. */
final class AllOrNothing {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(40);
  private static final int SELDOM = 12;
  private static final int LATEST_CANCEL = 500;
  private static final Set<String> DECIDED = Set.of("COMMITTED", "UNDOING", "STUCK", "UNDONE");

  private final Quartet quartet;
  private final Random random;
  private Map<String, NavigableSet<String>> there;
  private int rounds;

  AllOrNothing(Quartet quartet, Random random) {
    this.quartet = quartet;
    this.random = random;
    this.there = quartet.nothing();
  }

  /** Changes something while something is wrong; answers what came of it, and what was seen. */
  List<String> round() {
    RandomChange change = RandomChange.of(quartet, there, random);
    List<Failure> failures = Failure.some(quartet, random);
    long cancelled = random.nextInt(SELDOM) == 0 ? random.nextInt(LATEST_CANCEL) : Failure.HELD;
    String told = "round %d with %s".formatted(++rounds, failures);
    ChangeSet set = ChangeSet.plan(quartet.site.member, change.body());
    failures.stream().filter(failure -> failure.from() == 0).forEach(this::begin);
    set.apply().is(202);
    List<String> seen = new ArrayList<>();
    String decided = watch(set, failures, cancelled);
    if (decided.equals("COMMITTED")) {
      assertThat(quartet.differ(change.then())).as("at once, %s", told).isEmpty();
    } else {
      seen.addAll(assertUncertain(set, change, failures, told));
    }
    assertHonest(set, change, told);
    quartet.heal();
    seen.add(judge(set, change, told));
    return seen;
  }

  /** Kills the server so long after it began, and starts it again. */
  String crash(int after, boolean withLab) {
    RandomChange change = RandomChange.of(quartet, there, random);
    ChangeSet set = ChangeSet.plan(quartet.site.member, change.body());
    List<Failure> failures = Failure.some(quartet, random);
    failures.stream().filter(failure -> failure.until() != Failure.HELD).forEach(this::begin);
    set.apply().is(202);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(after));
    Server.kill();
    String told = "killed after %d ms, with %s".formatted(after, failures);
    String then =
        "%d of %d ports new"
            .formatted(
                change.touched().size() - quartet.differ(change.then()).size(),
                change.touched().size());
    Server.start(withLab);
    quartet.heal();
    return "%s, %s: %s".formatted(told, then, judge(set, change, told));
  }

  private void begin(Failure failure) {
    failure.begin(quartet.devices.get(failure.device()).trouble());
  }

  /** Lets failures begin and end at their time, until the change-set is decided. */
  private String watch(ChangeSet set, List<Failure> failures, long cancelled) {
    long begin = System.nanoTime();
    long last = 0;
    String state = set.view().getString("state");
    while (!DECIDED.contains(state)) {
      LockSupport.parkNanos(PAUSE);
      long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertThat(now).as("milliseconds without a decision").isLessThan(90_000);
      for (Failure failure : failures) {
        if (failure.from() > last && failure.from() <= now) {
          begin(failure);
        }
        if (failure.until() > last && failure.until() <= now) {
          quartet.devices.get(failure.device()).trouble().heal();
        }
      }
      if (cancelled >= last && cancelled < now) {
        set.cancel(); // it may be decided already
      }
      last = now;
      state = set.view().getString("state");
    }
    return state;
  }

  /** The ports of a switch that says nothing are told to be uncertain, as long as it does. */
  private List<String> assertUncertain(
      ChangeSet set, RandomChange change, List<Failure> failures, String told) {
    List<String> seen = new ArrayList<>();
    for (Failure failure : failures) {
      Set<String> dark =
          change.touched().stream()
              .filter(node -> quartet.device(node) == failure.device())
              .collect(Collectors.toSet());
      if (failure.isLongSilence() && !dark.isEmpty()) {
        Site.until(
            () -> quartet.site.member.get("v1/change-sets/" + set.id()).is(200),
            answer -> uncertain(answer.json()).containsAll(dark));
        assertThat(set.view().getString("state")).as(told).isIn("UNDOING", "STUCK");
        seen.add("seen uncertain");
      }
    }
    return seen;
  }

  private static Set<String> uncertain(JsonObject view) {
    return view.getJsonArray("nics").getValuesAs(JsonObject.class).stream()
        .filter(nic -> nic.getString("state").equals("UNCERTAIN"))
        .map(nic -> nic.getString("node"))
        .collect(Collectors.toSet());
  }

  /** What is told to be put back is put back, and what is told to be done is done. */
  private void assertHonest(ChangeSet set, RandomChange change, String told) {
    Map<String, String> states = set.states();
    assertThat(quartet.differ(those(there, states, "RESTORED"))).as(told).isEmpty();
    assertThat(quartet.differ(those(change.then(), states, "DONE"))).as(told).isEmpty();
  }

  private static Map<String, NavigableSet<String>> those(
      Map<String, NavigableSet<String>> intent, Map<String, String> states, String state) {
    Map<String, NavigableSet<String>> those = new TreeMap<>(intent);
    those.keySet().removeIf(node -> !state.equals(states.get(node)));
    return those;
  }

  private String judge(ChangeSet set, RandomChange change, String told) {
    String end = set.becomes("COMMITTED", "UNDONE");
    quartet.assertSettled();
    Map<String, NavigableSet<String>> said = end.equals("COMMITTED") ? change.then() : there;
    assertThat(quartet.differ(said)).as("%s, %s", end, told).isEmpty();
    assertThat(set.states().keySet()).as(told).isEqualTo(change.touched());
    assertThat(set.states().values())
        .as(told)
        .allMatch((end.equals("COMMITTED") ? "DONE" : "RESTORED")::equals);
    there = said;
    return end;
  }
}
