package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.junit.jupiter.api.Test;

/** What every driver of a hypervisor does with NICs. */
abstract class HypervisorNicContract extends HypervisorLoginContract {
  @Test
  void plug_runningMachine_movesAtOnceAndForGood() {
    VmId id = VmId.random();
    started(vm(id, VmNic.unplugged(FIRST)));
    assertThat(lab.vlan(id, FIRST)).isEmpty();
    for (VmNic wanted : moves()) {
      twice(session -> session.plug(id, wanted));
      assertThat(lab.vlan(id, wanted.mac())).as("after %s", wanted).isEqualTo(wanted.vlan());
    }
    Vm now = vm(id, VmNic.unplugged(FIRST), VmNic.on(SECOND, RED));
    visit(
        session -> {
          assertThat(session.read(id)).contains(now);
          session.stop(id);
          assertThat(session.read(id)).contains(now);
          session.start(id);
        });
    assertThat(lab.vlan(id, FIRST)).isEmpty();
    assertThat(lab.vlan(id, SECOND)).contains(RED);
    visit(session -> session.delete(id));
  }

  private static List<VmNic> moves() {
    return List.of(
        VmNic.on(FIRST, RED), VmNic.on(FIRST, BLUE), VmNic.on(SECOND, RED), VmNic.unplugged(FIRST));
  }

  @Test
  void removeNic_runningMachine_isCutOffAtOnceAndGoneAtTheNextStart() {
    VmId id = VmId.random();
    started(vm(id, VmNic.on(FIRST, RED), VmNic.on(SECOND, BLUE)));
    twice(session -> session.removeNic(id, FIRST));
    assertThat(lab.vlan(id, FIRST)).isEmpty();
    assertThat(lab.vlan(id, SECOND)).contains(BLUE);
    visit(
        session -> {
          assertThat(session.read(id).orElseThrow().nics())
              .filteredOn(nic -> nic.vlan().isPresent())
              .containsExactly(VmNic.on(SECOND, BLUE));
          session.stop(id);
          assertThat(session.read(id)).contains(vm(id, VmNic.on(SECOND, BLUE)));
          session.delete(id);
        });
  }

  @Test
  void plug_stoppedMachine_isSoAtItsStart() {
    VmId id = VmId.random();
    visit(
        session -> {
          session.createDisk(id, lab.image(), MEBIBYTE);
          session.writeSeed(id, seed(id));
          session.define(vm(id, VmNic.on(FIRST, RED)));
          session.plug(id, VmNic.on(SECOND, RED));
          session.plug(id, VmNic.on(SECOND, BLUE));
          session.removeNic(id, FIRST);
          assertThat(session.read(id)).contains(vm(id, VmNic.on(SECOND, BLUE)));
          session.start(id);
          assertThat(session.read(id)).contains(vm(id, VmNic.on(SECOND, BLUE)));
          session.delete(id);
        });
  }
}
