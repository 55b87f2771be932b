package org.haas.it.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lab's own side of the bargain; what its switches isolate is in it-tests/lab/selftest. */
class LabIT {
  private static Lab lab;

  @BeforeAll
  static void up() {
    lab = Lab.up(new LabSettings(Path.of("target", "lab-it"), "labit", 19222));
  }

  @AfterAll
  static void down() {
    lab.down();
  }

  @Test
  void hears_portsAsFromTheFactory_allOfOneSwitch() {
    Nic from = lab.nic(1, "nic1");

    var heard = lab.hears(from, Frame.untagged().times(3));

    assertThat(heard)
        .containsOnlyKeys(
            lab.nics().stream()
                .filter(nic -> nic.switchName().equals(from.switchName()) && !nic.equals(from))
                .toArray(Nic[]::new));
    assertThat(heard.get(lab.nic(2, "nic1")))
        .extracting(HeardFrame::sequence, HeardFrame::source, HeardFrame::tags)
        .containsExactly(
            tuple(1, from.mac(), List.of()),
            tuple(2, from.mac(), List.of()),
            tuple(3, from.mac(), List.of()));
  }

  @Test
  void hears_aTagOnAnAccessPort_nobody() {
    assertThat(lab.hears(lab.nic(1, "nic1"), Frame.tagged(300))).isEmpty();
  }

  @Test
  void hears_oneAddress_onlyThatNicOnceItIsLearned() {
    Nic to = lab.nic(2, "nic1");
    lab.hears(to, Frame.untagged());

    assertThat(lab.hears(lab.nic(1, "nic1"), Frame.untagged().to(to))).containsOnlyKeys(to);
  }

  @Test
  void hears_forgedSource_isSentAsGiven() {
    var heard = lab.hears(lab.nic(1, "nic1"), Frame.untagged().from("52:54:00:ff:ff:01"));

    assertThat(heard.get(lab.nic(3, "nic1")).get(0).source()).isEqualTo("52:54:00:ff:ff:01");
  }

  @Test
  void calm_afterAFlood_tellsWhoHeardAll() {
    Nic from = lab.nic(4, "nic1");
    lab.flood(from, Frame.untagged());
    lab.hears(lab.nic(1, "nic1"), Frame.untagged());

    FloodReport report = lab.calm();

    assertThat(report.sent()).isPositive();
    assertThat(report.heardBy(lab.nic(5, "nic1"))).hasSize(report.sent());
    assertThat(report.heardBy(lab.nic(1, "nic1"))).isEmpty();
  }

  @Test
  void pings_sameSwitchOrOther_onlyTheSame() {
    assertThat(lab.pings(lab.nic(1, "nic1"), lab.nic(2, "nic1"))).isTrue();
    assertThat(lab.pings(lab.nic(1, "nic1"), lab.nic(4, "nic2"))).isTrue();
    assertThat(lab.pings(lab.nic(1, "nic1"), lab.nic(4, "nic1"))).isFalse();
  }

  @Test
  void powerOff_aSwitch_theOtherGoesOn() {
    lab.powerOff("labit-sw1");
    assertThat(lab.hears(lab.nic(1, "nic1"), Frame.untagged())).isEmpty();
    assertThat(lab.hears(lab.nic(4, "nic1"), Frame.untagged())).containsKey(lab.nic(5, "nic1"));

    lab.powerOn("labit-sw1");
    assertThat(lab.hears(lab.nic(1, "nic1"), Frame.untagged())).containsKey(lab.nic(2, "nic1"));
  }

  @Test
  void calm_withoutAFlood_saysSo() {
    assertThatThrownBy(() -> lab.calm()).hasMessageContaining("no flood");
  }

  @Test
  void siteDocument_ofTheLab_namesItsSwitches() {
    assertThat(lab.siteDocument()).contains("\"labit-sw1\"", "\"hostKey\"", "\"labit-06\"");
  }
}
