package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Notice;
import org.junit.jupiter.api.Test;

/** A viewer whose console goes from one hub to another, as if each were an instance. */
class RelayedSeatTest extends HubTest {
  private final UUID instance = UUID.randomUUID();
  private final ConsoleInMemory otherMachine = new ConsoleInMemory();
  private final ConsoleHub other = hub(otherMachine);
  private final Watcher alice = new Watcher();
  private final Searching search = new Searching();
  private final RelayedSeat seat = seat();

  /** Remembers that it was asked to. */
  private static final class Searching implements RelayedSeat.Search {
    private final List<Duration> begun = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    @Override
    public void begin(RelayedSeat seat, Duration after) {
      begun.add(after);
    }

    @Override
    public void over(RelayedSeat seat) {
      over = true;
    }
  }

  private RelayedSeat seat() {
    return (RelayedSeat)
        new Pump(alice, executor)
            .begin(wake -> new RelayedSeat(hub.place(), guest("alice", wake), CLOCK, search));
  }

  private Seat sit(ConsoleHub at) {
    Seat found = at.join(seat.guest().relayed(seat.seen(), seat::wake));
    seat.sit(found, instance);
    return found;
  }

  @Test
  void sit_atAHub_isAsIfHeSatThere() {
    hub.start();
    sit(hub);
    machine.say("login: ");
    until(() -> alice.text().equals("login: "));

    seat.type(new byte[] {'a'});

    until(() -> machine.typed().equals("a"));
    until(() -> alice.status().mine() && alice.status().viewers() == 1);
    assertThat(alice.sentences()).contains("alice has the keyboard now.");
    assertThat(alice.kinds()).doesNotContain(Kind.AWAY, Kind.BACK);
  }

  @Test
  void lost_andFoundAtTheSameHub_goesOnAtTheByteWhereHeWas() {
    hub.start();
    Seat first = sit(hub);
    machine.say("one");
    until(() -> alice.text().equals("one"));
    first.end("broken");
    until(() -> search.begun.size() == 1);
    machine.say("two");
    until(() -> alice.kinds().contains(Kind.AWAY) && !alice.status().connected());

    sit(hub);

    until(() -> alice.text().equals("onetwo"));
    until(() -> alice.status().connected());
    assertThat(alice.kinds()).containsExactly(Kind.CONNECTED, Kind.AWAY, Kind.BACK);
    assertThat(alice.sentences()).contains("The console is here again. Nothing is missing.");
    assertThat(alice.lost()).isZero();
  }

  @Test
  void lost_andFoundAtAnotherHub_seesAllOfThat() {
    hub.start();
    other.start();
    Seat first = sit(hub);
    machine.say("one");
    until(() -> alice.text().equals("one"));
    otherMachine.say("new");
    first.end("dead");
    until(() -> search.begun.size() == 1);

    sit(other);

    until(() -> alice.text().equals("onenew"));
    assertThat(alice.kinds()).containsExactly(Kind.CONNECTED, Kind.AWAY, Kind.BACK, Kind.CONNECTED);
    assertThat(alice.sentences())
        .contains("The console is here again. What came meanwhile may be missing.");
    other.end("over");
  }

  @Test
  void stayOnlyAt_theInstanceWhereHeIs_staysAndElseLooks() {
    hub.start();
    sit(hub);
    seat.stayOnlyAt(Optional.of(instance));
    assertThat(search.begun).isEmpty();

    seat.stayOnlyAt(Optional.of(UUID.randomUUID()));

    assertThat(search.begun).containsExactly(Duration.ZERO);
    until(() -> hub.seats().isEmpty());
  }

  @Test
  void searchAgain_againAndAgain_waitsLongerAndSaysItOnce() {
    seat.searchAgain();
    seat.searchAgain();
    seat.searchAgain();
    seat.searchAgain();
    seat.searchAgain();

    assertThat(search.begun.stream().map(Duration::toMillis))
        .containsExactly(250L, 500L, 1000L, 2000L, 2000L);
    until(() -> alice.kinds().equals(List.of(Kind.AWAY)));
  }

  @Test
  void type_whileAway_isNotSentAndSaysSo() {
    seat.type(new byte[] {'x'});

    until(() -> alice.kinds().contains(Kind.NOT_SENT));
  }

  @Test
  void end_whileSittingThere_leavesTheHubAndIsFoundNowhereAgain() {
    hub.start();
    sit(hub);
    until(() -> alice.kinds().contains(Kind.CONNECTED));

    seat.end("You may not see this node any more.");

    until(alice::isEnded);
    until(() -> hub.seats().isEmpty() && search.over);
    assertThat(alice.kinds()).endsWith(Kind.ENDED);
    sit(hub);
    until(() -> hub.seats().isEmpty());
  }

  @Test
  void trail_noticesJustWhereHeWas_areNoNewsAndLaterOnesAre() {
    Trail trail = new Trail();
    Position at = new Position(UUID.randomUUID(), 3);
    Notice first = new Notice(Kind.CONNECTED, CLOCK.instant(), "");
    Notice twin = new Notice(Kind.BREAK, CLOCK.instant(), "alice");
    Notice later = new Notice(Kind.BROKEN, CLOCK.instant().plusMillis(1), "");

    assertThat(trail.begin(at)).isFalse();
    assertThat(List.of(trail.add(first), trail.add(twin))).containsExactly(true, true);
    trail.add(4);
    assertThat(trail.seen()).contains(new Position(at.hub(), 7));
    assertThat(trail.begin(new Position(at.hub(), 7))).isTrue();
    assertThat(List.of(trail.add(first), trail.add(twin), trail.add(later)))
        .containsExactly(false, false, true);
  }
}
