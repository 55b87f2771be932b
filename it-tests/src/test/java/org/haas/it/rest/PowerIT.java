package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.Site.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Power and boot device by REST, against simulated controllers. */
class PowerIT {
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
  void power_onCycleOff_isSoAndShown() {
    Machine machine = site.heldMachine();
    Answer accepted = act(machine, "on").is(202);
    assertThat(accepted.header("Location")).contains("/api/v1/operations/" + id(accepted));
    site.awaitEnd(id(accepted));
    assertThat(bmcs.isOn(machine.bmc())).isTrue();
    JsonObject power = power(machine);
    assertThat(power.getString("state")).isEqualTo("ON");
    assertThat(power.getString("readAt")).startsWith("20");
    assertThat(power).doesNotContainKey("error");
    site.awaitEnd(id(act(machine, "cycle").is(202)));
    assertThat(bmcs.starts(machine.bmc())).isEqualTo(2);
    site.awaitEnd(id(act(machine, "off").is(202)));
    assertThat(bmcs.isOn(machine.bmc())).isFalse();
    assertThat(power(machine).getString("state")).isEqualTo("OFF");
  }

  @Test
  void power_rebootAndShutdown_endTheSystemFirst() {
    Machine machine = site.heldMachine();
    site.awaitEnd(id(act(machine, "on").is(202)));
    site.awaitEnd(id(act(machine, "reboot").is(202)));
    assertThat(bmcs.starts(machine.bmc())).isEqualTo(2);
    site.awaitEnd(id(act(machine, "shutdown").is(202)));
    assertThat(bmcs.isOn(machine.bmc())).isFalse();
    assertThat(String.join(" ", bmcs.log(machine.bmc()))).doesNotContain("command off");
  }

  @Test
  void bootDevice_thenCycleAtOnce_areDoneInThatOrder() {
    Machine machine = site.heldMachine();
    bmcs.delay(machine.bmc(), Duration.ofMillis(300));
    Answer boot = boot(machine, "{\"device\":\"pxe\",\"once\":false}").is(202);
    Answer cycle = act(machine, "cycle").is(202);
    assertThat(boot.json().getString("bootDevice")).isEqualTo("pxe");
    site.awaitEnd(id(cycle));
    JsonObject before = member.get("v1/operations/" + id(boot)).is(200).json();
    JsonObject after = member.get("v1/operations/" + id(cycle)).is(200).json();
    assertThat(before.getString("finishedAt")).isLessThan(after.getString("startedAt"));
    assertThat(bmcs.boot(machine.bmc())).isEqualTo("PXE");
  }

  @Test
  void power_secondWhileOneIsOpen_isRefusedWithTheWayOut() {
    Machine machine = site.heldMachine();
    bmcs.dead(machine.bmc(), true);
    Answer first = act(machine, "on").is(202);
    Answer second = act(machine, "off").is(409);
    assertThat(second.json().getString("detail")).contains("power_on", id(first), "cancel");
    Site.until(
        () -> member.get("v1/operations/" + id(first)),
        answer -> answer.json().getInt("attempts") > 0);
    JsonObject failed = member.get("v1/operations/" + id(first)).is(200).json();
    assertThat(failed.getString("error")).doesNotContain("127.0.0.1").doesNotContain("sesame");
    Site.until(() -> member.delete("v1/operations/" + id(first)), answer -> answer.status() == 200);
    bmcs.reset(machine.bmc());
    site.awaitEnd(id(act(machine, "off").is(202)));
    assertThat(bmcs.starts(machine.bmc())).isZero();
  }

  @Test
  void power_oneControllerHangs_othersAreNotLater() {
    Machine sick = site.heldMachine();
    Machine well = site.heldMachine();
    bmcs.hang(sick.bmc(), true);
    act(sick, "on").is(202);
    long begin = System.nanoTime();
    site.awaitEnd(id(act(well, "on").is(202)));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    bmcs.reset(sick.bmc());
  }

  @Test
  void power_ofANodeWithoutController_isRefused() {
    String node = site.reservedNode();
    member.get("v1/nodes/%s/power".formatted(node)).is(404);
    Answer refused = member.post("v1/nodes/%s/power".formatted(node), "{\"action\":\"on\"}");
    assertThat(refused.is(409).json().getString("detail")).contains("has no BMC");
  }

  @Test
  void poll_controllerThatWasRecorded_isReadWithoutBeingAsked() {
    Machine machine = site.heldMachine();
    Site.until(
        () -> member.get("v1/nodes/" + machine.node()),
        answer -> answer.body().contains("\"state\":\"OFF\""));
    bmcs.refuseLogin(machine.bmc(), true);
    record(machine);
    Site.until(
        () -> member.get("v1/nodes/%s/power".formatted(machine.node())),
        answer -> answer.json().containsKey("error"));
    assertThat(power(machine).getString("state")).isEqualTo("UNKNOWN");
    assertThat(power(machine).getString("error")).doesNotContain("127.0.0.1");
    bmcs.reset(machine.bmc());
    record(machine);
    Site.until(
        () -> member.get("v1/nodes/%s/power".formatted(machine.node())),
        answer -> answer.json().getString("state").equals("OFF"));
  }

  @Test
  void v0_machineWithItsOwnController_isDoneHere() {
    Machine machine = site.heldMachine();
    Api hil = Api.authorized(HttpBasic.of("admin"));
    String node = "v0/node/" + machine.node();
    hil.post(node + "/power_on", "{}").is(409);
    hil.put(node + "/obm", "{\"enabled\":true}").is(200);
    hil.put(node + "/boot_device", "{\"bootdev\":\"floppy\"}").is(400);
    hil.put(node + "/boot_device", "{\"bootdev\":\"pxe\"}").is(200);
    hil.post(node + "/power_cycle", "{\"force\":true}").is(200);
    Site.until(
        () -> hil.get(node + "/power_status"),
        answer -> answer.body().equals("{\"power_status\":\"on\"}"));
    assertThat(bmcs.boot(machine.bmc())).isEqualTo("PXE");
    hil.put(node + "/obm", "{\"enabled\":false}").is(200);
  }

  @Test
  void bmc_shown_hasNoPassword() {
    Machine machine = site.machine();
    String path = "v1/nodes/%s/bmc".formatted(machine.node());
    Answer shown = site.admin.get(path).is(200);
    assertThat(shown.json().getString("type")).isEqualTo("sim");
    assertThat(shown.json().getBoolean("installed")).isTrue();
    assertThat(shown.body()).doesNotContain("sesame").doesNotContain("password");
    site.admin.delete(path).is(204);
    site.admin.get(path).is(404);
  }

  @Test
  void bmc_unknownTypeSettingOrAddress_isRefusedByName() {
    String path = "v1/nodes/%s/bmc".formatted(site.bareNode());
    assertThat(refused(path, "{\"type\":\"ilo\",\"address\":\"h\"}")).contains("there are:", "sim");
    assertThat(refused(path, "{\"type\":\"sim\",\"address\":\"a b\"}")).contains("address");
    assertThat(refused(path, "{\"type\":\"sim\",\"address\":\"h:0\"}")).contains("address");
    assertThat(refused(path, "{\"type\":\"sim\",\"address\":\"h\",\"settings\":{\"x\":\"y\"}}"))
        .contains("no setting x");
    assertThat(refused(path, "{\"type\":\"sim\",\"address\":\"h\",\"certificate\":\"12\"}"))
        .contains("SHA-256");
  }

  @Test
  void site_documentWithABmc_isTheSameTheSecondTime() {
    Machine machine = site.machine();
    String document =
        "{\"nodes\":[{\"name\":\"%s\",\"bmc\":%s}]}"
            .formatted(machine.node(), site.bmcJson(machine.bmc()));
    assertThat(changes(document, true)).isEqualTo("[]");
    String other = document.replace("open sesame", "another");
    assertThat(changes(other, true)).contains("change the BMC of node " + machine.node());
    assertThat(changes(document, true)).isEqualTo("[]");
    assertThat(changes(other, false)).contains("change the BMC").doesNotContain("another");
    assertThat(changes(other, true)).isEqualTo("[]");
  }

  private static String changes(String document, boolean dryRun) {
    Answer answer = site.admin.post("v1/site?dryRun=" + dryRun, document).is(200);
    return answer.json().get("changes").toString();
  }

  private static String refused(String path, String bmc) {
    return site.admin.put(path, bmc).is(400).body();
  }

  private static void record(Machine machine) {
    site.admin
        .put("v1/nodes/%s/bmc".formatted(machine.node()), site.bmcJson(machine.bmc()))
        .is(200);
  }

  private static JsonObject power(Machine machine) {
    return member.get("v1/nodes/%s/power".formatted(machine.node())).is(200).json();
  }

  private static Answer act(Machine machine, String action) {
    return member.post(
        "v1/nodes/%s/power".formatted(machine.node()), "{\"action\":\"%s\"}".formatted(action));
  }

  private static Answer boot(Machine machine, String json) {
    return member.put("v1/nodes/%s/boot-device".formatted(machine.node()), json);
  }

  private static String id(Answer operation) {
    return operation.json().getString("id");
  }
}
