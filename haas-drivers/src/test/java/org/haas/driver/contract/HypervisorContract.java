package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.BaseImage;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HostCapacity;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.Seed;
import org.haas.spi.UserData;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;
import org.junit.jupiter.api.Test;

/** What every driver of a hypervisor does. A subclass says how to reach one. */
public abstract class HypervisorContract extends HypervisorConsoleContract {

  /** For subclasses. */
  protected HypervisorContract() {}

  @Test
  void capacityAndImages_ofAHost_arePlausible() {
    visit(
        session -> {
          HostCapacity capacity = session.capacity();
          assertThat(capacity.cpus()).isPositive();
          assertThat(capacity.memoryBytes()).isGreaterThan(64 * MEBIBYTE);
          assertThat(capacity.freeMemoryBytes()).isBetween(1L, capacity.memoryBytes());
          assertThat(capacity.freeDiskBytes()).isPositive();
          assertThat(session.images()).extracting(BaseImage::name).contains(lab.image());
          assertThat(session.images()).allMatch(image -> image.sizeBytes() > 0);
        });
  }

  @Test
  void life_fromDiskToDelete_eachStepTwice_isSoAndLeavesNothing() {
    VmId id = VmId.random();
    Vm vm = vm(id, VmNic.on(FIRST, RED), VmNic.unplugged(SECOND));
    visit(session -> assertThat(session.state(id)).isEqualTo(VmState.ABSENT));
    twice(session -> session.createDisk(id, lab.image(), 8 * MEBIBYTE));
    twice(session -> session.writeSeed(id, seed(id)));
    twice(session -> session.define(vm));
    visit(
        session -> {
          assertThat(session.read(id)).contains(vm);
          assertThat(session.state(id)).isEqualTo(VmState.STOPPED);
          assertThat(session.found()).containsEntry(id, EnumSet.allOf(VmPart.class));
        });
    twice(session -> session.start(id));
    assertThat(lab.runs(id)).isTrue();
    visit(session -> assertThat(session.read(id)).contains(vm));
    twice(session -> session.stop(id));
    assertThat(lab.runs(id)).isFalse();
    visit(session -> assertThat(session.state(id)).isEqualTo(VmState.STOPPED));
    visit(session -> session.start(id));
    twice(session -> session.delete(id));
    assertThat(lab.runs(id)).isFalse();
    visit(
        session -> {
          assertThat(session.state(id)).isEqualTo(VmState.ABSENT);
          assertThat(session.read(id)).isEmpty();
          assertThat(session.found()).doesNotContainKey(id);
        });
  }

  @Test
  void delete_whateverThereIs_goesAndNothingElse() {
    VmId disk = VmId.random();
    VmId seed = VmId.random();
    VmId other = VmId.random();
    visit(
        session -> {
          session.createDisk(disk, lab.image(), MEBIBYTE);
          session.writeSeed(seed, seed(seed));
          session.createDisk(other, lab.image(), MEBIBYTE);
          assertThat(session.found())
              .containsEntry(disk, Set.of(VmPart.DISK))
              .containsEntry(seed, Set.of(VmPart.SEED));
          session.delete(disk);
          session.delete(seed);
          session.delete(VmId.random());
          assertThat(session.found())
              .doesNotContainKeys(disk, seed)
              .containsEntry(other, Set.of(VmPart.DISK));
          session.delete(other);
        });
  }

  @Test
  void define_stoppedMachine_changesIt_runningOneIsRefused() {
    VmId id = VmId.random();
    started(vm(id, VmNic.on(FIRST, RED)));
    Vm larger = new Vm(id, new Label("head-1"), 2, 96 * MEBIBYTE, List.of(VmNic.on(SECOND, BLUE)));
    visit(
        session -> {
          assertThat(failure(() -> session.define(larger)).kind()).isEqualTo(Kind.REFUSED);
          assertThat(session.read(id)).contains(vm(id, VmNic.on(FIRST, RED)));
          session.stop(id);
          session.define(larger);
          assertThat(session.read(id)).contains(larger);
          session.delete(id);
        });
  }

  @Test
  void stranger_whateverIsTried_isLeftAlone() {
    VmId stranger = lab.stranger();
    visit(
        session -> {
          assertThat(session.found()).doesNotContainKey(stranger);
          List<Visit> attempts =
              List.of(
                  one -> one.define(vm(stranger)),
                  one -> one.start(stranger),
                  one -> one.shutDown(stranger),
                  one -> one.stop(stranger),
                  one -> one.delete(stranger),
                  one -> one.plug(stranger, VmNic.on(FIRST, RED)),
                  one -> one.removeNic(stranger, FIRST),
                  one -> one.console(stranger));
          for (Visit attempt : attempts) {
            assertThat(failure(() -> attempt.to(session)).kind()).isEqualTo(Kind.REFUSED);
          }
        });
    assertThat(lab.isUnharmed(stranger)).isTrue();
  }

  @Test
  void otherOwner_ofTheSameHost_seesNothingOfOurs() {
    VmId id = VmId.random();
    visit(
        session -> {
          session.createDisk(id, lab.image(), MEBIBYTE);
          session.define(vm(id));
        });
    visit(
        ownedBy(new Label("someone-else")),
        session -> {
          assertThat(session.found()).doesNotContainKey(id);
          assertThat(failure(() -> session.delete(id)).kind()).isEqualTo(Kind.REFUSED);
        });
    visit(
        session -> {
          assertThat(session.found()).containsEntry(id, Set.of(VmPart.MACHINE, VmPart.DISK));
          session.delete(id);
        });
  }

  @Test
  void createDisk_noSuchImage_isRefusedWithItsName() {
    visit(
        session ->
            assertThat(
                    failure(
                        () -> session.createDisk(VmId.random(), new Label("no-such"), MEBIBYTE)))
                .hasMessageContaining("no-such")
                .extracting(failed -> failed.kind())
                .isEqualTo(Kind.REFUSED));
  }

  @Test
  void names_thatLookLikeMarkup_areJustNames() {
    VmId id = VmId.random();
    String tricky = "#!/bin/sh\n]]>&lt;</domain><!-- \"'`$(reboot) ../../etc\n%s {{x}} \u00e9\n";
    Vm vm = new Vm(id, new Label("a_b.c-D"), 1, 64 * MEBIBYTE, List.of());
    Seed seed =
        new Seed(id, new HostName("x"), List.of(), Optional.of(new UserData(tricky)), List.of());
    visit(
        session -> {
          session.createDisk(id, lab.image(), MEBIBYTE);
          session.writeSeed(id, seed);
          session.define(vm);
          assertThat(session.read(id)).contains(vm);
        });
    assertThat(new String(lab.seed(id), StandardCharsets.UTF_8)).contains(tricky);
    visit(session -> session.delete(id));
  }
}
