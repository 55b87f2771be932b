package org.haas.headnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.network.Network;
import org.haas.network.Visibility;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

class HnicTest {
  private final Hnic nic =
      new Hnic(
          Examples.head(),
          new Label("eth0"),
          new MacAddress("02:00:00:00:00:07"),
          Optional.of("10.0.0.1/24"));

  @Test
  void connect_onNone_isWantedAndNotCarriedYet() {
    nic.connect(network("a", 101));
    assertThat(nic.network().map(Network::label)).contains(new Label("a"));
    assertThat(nic.carried()).isEmpty();
    assertThat(nic.isSettled()).isTrue();
  }

  @Test
  void carry_wanted_isUnsettledUntilItWasRead() {
    nic.connect(network("a", 101));
    nic.carry();
    assertThat(nic.isSettled()).isFalse();
    assertThat(nic.carried()).isPresent();
    nic.settle();
    assertThat(nic.isSettled()).isTrue();
  }

  @Test
  void detach_carried_staysCarriedUntilReleased() {
    nic.connect(network("a", 101));
    nic.carry();
    assertThat(nic.detach().label()).isEqualTo(new Label("a"));
    assertThat(nic.network()).isEmpty();
    assertThat(nic.hasToLeave()).isTrue();
    nic.release();
    assertThat(nic.carried()).isEmpty();
    assertThat(nic.hasToLeave()).isFalse();
  }

  @Test
  void detach_onNone_isRefused() {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(nic::detach)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_ARGUMENT));
  }

  @Test
  void detach_failedBefore_canBeTriedAgain() {
    nic.connect(network("a", 101));
    nic.carry();
    nic.detach();
    assertThat(nic.detach().label()).isEqualTo(new Label("a"));
  }

  @Test
  void stay_takenBack_isAsItWasCarried() {
    nic.connect(network("a", 101));
    nic.carry();
    nic.leave();
    assertThat(nic.isLeaving()).isTrue();
    nic.stay();
    assertThat(nic.isLeaving()).isFalse();
    assertThat(nic.network().map(Network::label)).contains(new Label("a"));
  }

  @Test
  void seed_address_isTold() {
    assertThat(nic.seed().address()).contains("10.0.0.1/24");
  }

  private static Network network(String name, int vlan) {
    return new Network(new Label(name), Optional.of(3L), Visibility.SHARED, new VlanId(vlan));
  }
}
