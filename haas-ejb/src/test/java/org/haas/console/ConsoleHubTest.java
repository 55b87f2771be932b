package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.error.HaasException;
import org.haas.spi.DriverException;
import org.junit.jupiter.api.Test;

class ConsoleHubTest extends HubTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Watcher alice = new Watcher();
  private final Watcher bob = new Watcher();

  @Test
  void join_later_seesWhatWasSaidBefore() {
    hub.start();
    seat(hub, "alice", alice);
    machine.say("boot\r\nlogin: ");
    until(() -> alice.text().equals("boot\r\nlogin: "));

    seat(hub, "bob", bob);

    until(() -> bob.text().equals("boot\r\nlogin: "));
    until(() -> alice.status().viewers() == 2);
    assertThat(bob.kinds()).containsExactly(Kind.CONNECTED);
  }

  @Test
  void type_nobodyHasTheKeyboard_takesItAndIsSeen() {
    hub.start();
    Seat typing = seat(hub, "alice", alice);
    seat(hub, "bob", bob);
    until(() -> bob.kinds().contains(Kind.CONNECTED));

    typing.type(new byte[] {'l', 's', '\r'});

    until(() -> machine.typed().equals("ls\r"));
    until(() -> bob.sentences().contains("alice has the keyboard now."));
    until(() -> alice.status().mine() && bob.status().keyboard().equals("alice"));
    assertThat(bob.status().mine()).isFalse();
  }

  @Test
  void type_anotherHasTheKeyboard_isNotSentAndSaysWho() {
    hub.start();
    Seat first = seat(hub, "alice", alice);
    Seat second = seat(hub, "bob", bob);
    first.takeKeyboard();

    second.type(new byte[] {'x'});

    until(() -> bob.kinds().contains(Kind.NOT_YOURS));
    assertThat(bob.sentences()).anyMatch(said -> said.contains("alice has the keyboard"));
    assertThat(alice.kinds()).doesNotContain(Kind.NOT_YOURS);
    assertThat(machine.typed()).isEmpty();
  }

  @Test
  void takeKeyboard_fromAnother_bothSeeItAndOnlyTheNewOneTypes() {
    hub.start();
    Seat first = seat(hub, "alice", alice);
    Seat second = seat(hub, "bob", bob);
    until(() -> alice.kinds().contains(Kind.CONNECTED));
    first.takeKeyboard();

    second.takeKeyboard();
    first.type(new byte[] {'a'});
    second.type(new byte[] {'b'});

    until(() -> machine.typed().equals("b"));
    until(() -> alice.sentences().contains("bob has the keyboard now."));
    until(() -> alice.kinds().contains(Kind.NOT_YOURS));
  }

  @Test
  void close_ofWhoHasTheKeyboard_putsItDown() {
    hub.start();
    Seat first = seat(hub, "alice", alice);
    seat(hub, "bob", bob);
    first.takeKeyboard();

    first.close();

    until(() -> bob.sentences().contains("alice has put the keyboard down."));
    until(() -> bob.status().keyboard().isEmpty() && bob.status().viewers() == 1);
  }

  @Test
  void sendBreak_withTheKeyboard_isSentAndTold() {
    hub.start();
    Seat first = seat(hub, "alice", alice);
    until(() -> alice.kinds().contains(Kind.CONNECTED));

    first.sendBreak();

    until(() -> machine.typed().equals("<BREAK>"));
    until(() -> alice.sentences().contains("alice sent a Break."));
  }

  @Test
  void type_controllerFails_isToldToWhoTyped() {
    machine.takesNoKeys(
        new DriverException(DriverException.Kind.REFUSED, "This console can only be watched."));
    hub.start();
    Seat first = seat(hub, "alice", alice);
    until(() -> alice.kinds().contains(Kind.CONNECTED));

    first.type(new byte[] {'x'});

    until(() -> alice.sentences().stream().anyMatch(said -> said.contains("only be watched")));
  }

  @Test
  void connection_hungUp_isMadeAgainAndSaysSo() {
    hub.start();
    seat(hub, "alice", alice);
    machine.say("one");
    until(() -> alice.text().equals("one"));

    machine.hangUp();
    until(() -> alice.kinds().contains(Kind.RECONNECTED));
    machine.say("two");

    until(() -> alice.text().equals("onetwo"));
    assertThat(alice.kinds()).containsExactly(Kind.CONNECTED, Kind.BROKEN, Kind.RECONNECTED);
    until(() -> alice.status().connected());
  }

  @Test
  void connection_refused_saysItOnceInTheControllersWords() {
    machine.refuse(
        new DriverException(DriverException.Kind.UNREACHABLE, "The BMC of node node-1 is silent."));
    hub.start();
    seat(hub, "alice", alice);
    until(() -> machine.timesOpened() >= 3);

    assertThat(alice.sentences())
        .containsExactly(
            "The console cannot be connected yet; trying again. The BMC of node node-1 is silent.");
    machine.refuse(null);
    until(() -> alice.kinds().contains(Kind.CONNECTED));
  }

  @Test
  void connection_wrongPassword_isNotTriedAgainAtOnceNotEvenForANewcomer() {
    machine.refuse(new DriverException(DriverException.Kind.REFUSED, "The password is wrong."));
    hub.start();
    seat(hub, "alice", alice);
    until(() -> alice.kinds().contains(Kind.UNREACHABLE));

    seat(hub, "bob", bob);

    until(() -> bob.sentences().stream().anyMatch(said -> said.contains("password is wrong")));
    LockSupport.parkNanos(Duration.ofMillis(700).toNanos()); // longer than others would wait
    assertThat(machine.timesOpened()).isEqualTo(1);
  }

  @Test
  void end_withViewers_letsThemAndTheControllerGo() {
    hub.start();
    Seat first = seat(hub, "alice", alice);
    seat(hub, "bob", bob);
    bob.stall();
    machine.say("secret of the first");
    until(() -> alice.size() > 0);

    hub.end("The node is released.");

    assertThat(hub.awaitEnd(SOON)).isTrue();
    assertThat(machine.openNow()).isZero();
    assertThat(alice.isEnded()).isTrue();
    assertThat(bob.isEnded()).isTrue();
    assertThat(alice.sentences()).contains("The console ends here. The node is released.");
    first.type(new byte[] {'x'});
    assertThat(machine.typed()).isEmpty();
    assertThatThrownBy(() -> seat(hub, "carol", new Watcher())).isInstanceOf(HaasException.class);
  }

  @Test
  void end_whileWaitingToConnect_isAtOnce() {
    machine.refuse(new DriverException(DriverException.Kind.REFUSED, "no"));
    hub.start();
    seat(hub, "alice", alice);
    until(() -> alice.kinds().contains(Kind.UNREACHABLE));

    long begun = System.nanoTime();
    hub.end("over");

    assertThat(hub.awaitEnd(SOON)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }
}
