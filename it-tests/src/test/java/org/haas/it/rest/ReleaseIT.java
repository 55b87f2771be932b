package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.Site.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine that was given back is free when it was seen off, and not before. */
class ReleaseIT {
  private static Site site;
  private static Api member;
  private static SimBmcAdmin bmcs;

  @BeforeAll
  static void prepare() {
    site = new Site();
    member = site.member;
    bmcs = site.lookAtMachines();
  }

  @AfterAll
  static void takeAway() throws IOException {
    bmcs.close();
    site.close();
  }

  @Test
  void release_machineIsOn_isFreeOnlyOnceItIsOff() {
    Machine machine = site.heldMachine();
    switchOn(machine);
    member.put(path(machine) + "/boot-device", "{\"device\":\"pxe\"}").is(202);
    Site.until(() -> member.get(path(machine)), shown -> bmcs.boot(machine.bmc()).equals("PXE"));
    assertThat(release(machine).is(202).json().getString("action")).isEqualTo("release_node");
    awaitFree(machine);
    assertThat(bmcs.isOn(machine.bmc())).isFalse();
    assertThat(bmcs.boot(machine.bmc())).isEqualTo("NONE");
  }

  @Test
  void release_controllerIsDead_staysAndSaysWhyUntilItLives() {
    Machine machine = site.heldMachine();
    switchOn(machine);
    bmcs.dead(machine.bmc(), true);
    release(machine).is(202);
    Site.until(() -> member.get(path(machine)), shown -> shown.body().contains("The BMC of node"));
    Answer shown = member.get(path(machine)).is(200);
    assertThat(state(shown)).isEqualTo("RELEASING");
    assertThat(shown.json().getString("releasing")).doesNotContain("127.0.0.1");
    assertRefusesEverything(machine);
    bmcs.reset(machine.bmc());
    awaitFree(machine);
    assertThat(bmcs.isOn(machine.bmc())).isFalse();
  }

  private static void assertRefusesEverything(Machine machine) {
    String node = machine.node();
    release(machine).is(409);
    member.post(path(machine) + "/power", "{\"action\":\"on\"}").is(409);
    member.put(path(machine) + "/boot-device", "{\"device\":\"disk\"}").is(409);
    member.put(path(machine) + "/reservation", reservation(site.project)).is(409);
    site.admin.put(path(machine) + "/reservation", reservation(site.otherProject)).is(409);
    site.admin.delete(path(machine)).is(409);
    site.admin.delete(path(machine) + "/bmc").is(409);
    site.outsider.get(path(machine)).is(404);
    String operation = member.get("v1/operations?node=" + node).is(200).body();
    assertThat(operation).contains("release_node");
    Api hil = Api.authorized(HttpBasic.of("admin"));
    assertThat(hil.get("v0/node/" + node).is(200).body()).contains("\"project\":null");
    assertThat(hil.get("v0/nodes/free").is(200).body()).doesNotContain(node);
    assertThat(hil.get("v0/project/%s/nodes".formatted(site.project)).is(200).body())
        .doesNotContain(node);
  }

  @Test
  void cancel_ofARelease_isRefused() {
    Machine machine = site.heldMachine();
    bmcs.dead(machine.bmc(), true);
    release(machine).is(202);
    String open =
        member
            .get("v1/operations?node=" + machine.node())
            .is(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
    Site.until(
        () -> member.delete("v1/operations/" + open),
        answer -> answer.body().contains("cannot be taken back"));
    bmcs.reset(machine.bmc());
    awaitFree(machine);
  }

  @Test
  void force_byAnAdministrator_freesWhatCannotBeSeenOff() {
    Machine machine = site.heldMachine();
    switchOn(machine);
    site.admin.delete(path(machine) + "/reservation?force=true").is(409);
    bmcs.dead(machine.bmc(), true);
    release(machine).is(202);
    member.delete(path(machine) + "/reservation?force=true").is(403);
    Answer freed = site.admin.delete(path(machine) + "/reservation?force=true").is(200);
    assertThat(state(freed)).isEqualTo("FREE");
    assertThat(site.admin.get("v1/audit?action=node.release.force&target=" + machine.node()).body())
        .contains(machine.node());
    bmcs.reset(machine.bmc());
  }

  @Test
  void release_powerOperationIsPending_isTakenBack() {
    Machine machine = site.heldMachine();
    bmcs.dead(machine.bmc(), true);
    String on =
        member.post(path(machine) + "/power", "{\"action\":\"on\"}").is(202).json().getString("id");
    Site.until(
        () -> member.get("v1/operations/" + on), answer -> answer.json().getInt("attempts") > 0);
    release(machine).is(202);
    bmcs.reset(machine.bmc());
    awaitFree(machine);
    assertThat(member.get("v1/operations/" + on).is(200).json().getString("state"))
        .isEqualTo("CANCELLED");
    assertThat(bmcs.starts(machine.bmc())).isZero();
  }

  @Test
  void release_nothingToUndo_isFreeAtOnce() {
    String node = site.reservedNode();
    Answer freed = member.delete("v1/nodes/%s/reservation".formatted(node)).is(200);
    assertThat(state(freed)).isEqualTo("FREE");
  }

  private static void switchOn(Machine machine) {
    Answer on = member.post(path(machine) + "/power", "{\"action\":\"on\"}").is(202);
    site.awaitEnd(on.json().getString("id"));
  }

  private static void awaitFree(Machine machine) {
    Site.until(() -> site.admin.get(path(machine)), answer -> state(answer).equals("FREE"));
  }

  private static Answer release(Machine machine) {
    return member.delete(path(machine) + "/reservation");
  }

  private static String reservation(String project) {
    return "{\"project\":\"%s\"}".formatted(project);
  }

  private static String path(Machine machine) {
    return "v1/nodes/" + machine.node();
  }

  private static String state(Answer node) {
    return node.json().getString("state");
  }
}
