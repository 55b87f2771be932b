package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.Site.Machine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A machine that was given back is looked after before anybody else may have it. */
class MaintenanceIT {
  private static final String SECRET = "a long and quiet secret";
  private static final String POOL = "v1/maintenance";

  private static Site site;
  private static Api caretaker;
  private static SimBmcAdmin bmcs;
  private static MaintenanceDesk desk;

  @BeforeAll
  static void prepare() {
    site = new Site();
    caretaker = site.outsider; // his project is the pool's
    bmcs = site.lookAtMachines();
    desk = new MaintenanceDesk(204);
    pool(",\"secret\":\"%s\"".formatted(SECRET)).is(200);
    pool("").is(200); // the one that is known signs all that follows
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.admin.delete(POOL);
    desk.close();
    bmcs.close();
    site.close();
  }

  @Test
  void release_withAPool_isLookedAfterAndFreeWhenThatIsDone() throws GeneralSecurityException {
    Machine machine = site.heldMachine();
    String node = "v1/nodes/" + machine.node();
    String release = release(machine);
    site.awaitEnd(release);
    assertThat(steps(release)).endsWith("maintenance DONE");
    assertThat(state(caretaker.get(node).is(200))).isEqualTo("MAINTENANCE");
    assertThat(caretaker.get(node).json().getString("project")).isEqualTo(site.otherProject);
    site.member.get(node).is(404);
    assertKeepsOthersOut(machine);
    Site.until(() -> stay(machine), stay -> stay.json().getString("told").equals("DONE"));
    assertThat(stay(machine).json().getString("answer")).contains("204");
    assertSigned(desk.about(machine.node()).get(0));

    switchOn(machine);
    Answer done = caretaker.post(node + "/maintenance/done", "").is(202);
    site.awaitEnd(done.json().getString("id"));
    assertThat(state(site.admin.get(node))).isEqualTo("FREE");
    assertThat(bmcs.isOn(machine.bmc())).isFalse();
    assertThat(steps(done.json().getString("id"))).endsWith("free DONE");
    assertThat(site.member.get("v1/operations/%s/steps".formatted(release)).is(200).body())
        .contains("handed to maintenance")
        .doesNotContain(site.otherProject);
    caretaker.get("v1/maintenance/nodes/" + machine.node()).is(404);
  }

  private static void assertKeepsOthersOut(Machine machine) {
    String node = "v1/nodes/" + machine.node();
    String reservation = "{\"project\":\"%s\"}".formatted(site.project);
    site.member.put(node + "/reservation", reservation).is(409);
    site.admin.put(node + "/reservation", reservation).is(409);
    site.member.post(node + "/maintenance/done", "").is(404);
    site.member.delete(node + "/reservation").is(404);
    Api hil = Api.authorized(HttpBasic.of("admin"));
    assertThat(hil.get("v0/nodes/free").is(200).body()).doesNotContain(machine.node());
    assertThat(hil.get("v0/node/" + machine.node()).is(200).body())
        .contains("\"project\":\"%s\"".formatted(site.otherProject));
  }

  private static void assertSigned(MaintenanceDesk.Told told) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = (told.time() + "." + told.body()).getBytes(StandardCharsets.UTF_8);
    assertThat(told.signature())
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(signed)));
  }

  @Test
  void call_serviceRefuses_isToldAgainUntilItHears() {
    Machine machine = site.heldMachine();
    desk.answers(307); // nobody follows
    site.awaitEnd(release(machine));
    Site.until(() -> stay(machine), stay -> stay.json().getInt("attempts") > 0);
    Answer stay = stay(machine);
    assertThat(stay.json().getString("answer")).contains("307");
    String call = stay.json().getString("call");
    caretaker.delete("v1/operations/" + call).is(409);
    desk.answers(200);
    caretaker.post("v1/operations/%s/retry".formatted(call), "").is(200);
    site.awaitEnd(call);
    List<MaintenanceDesk.Told> all = desk.about(machine.node());
    assertThat(all).hasSizeGreaterThan(1).extracting("delivery").containsOnly(call);
    desk.answers(204);
    site.awaitEnd(detach(machine));
  }

  /** By HIL's call, as its maintenance services do. */
  private static String detach(Machine machine) {
    Api hil = Api.authorized(HttpBasic.of("admin"));
    hil.post(
            "v0/project/%s/detach_node".formatted(site.otherProject),
            "{\"node\":\"%s\"}".formatted(machine.node()))
        .is(200);
    return site.admin
        .get("v1/operations?node=" + machine.node())
        .json()
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("id");
  }

  @Test
  void pool_secret_isShownToNobodyAndSealed() {
    Answer shown = site.admin.get(POOL).is(200);
    assertThat(shown.body()).doesNotContain(SECRET).doesNotContain("secret");
    assertThat(pool("").is(200).body()).doesNotContain("secret");
    site.member.get(POOL).is(403);
    assertThat(site.admin.get("v1/audit?action=maintenance.set").body()).doesNotContain(SECRET);
    assertThat(site.admin.delete("v1/projects/" + site.otherProject).is(409).body())
        .contains("maintenance pool");
  }

  private static Answer pool(String more) {
    return site.admin.put(
        POOL,
        "{\"project\":\"%s\",\"url\":\"%s\"%s}".formatted(site.otherProject, desk.url(), more));
  }

  private static void switchOn(Machine machine) {
    String path = "v1/nodes/%s/power".formatted(machine.node());
    site.awaitEnd(caretaker.post(path, "{\"action\":\"on\"}").is(202).json().getString("id"));
    assertThat(bmcs.isOn(machine.bmc())).isTrue();
  }

  private static String release(Machine machine) {
    String path = "v1/nodes/%s/reservation".formatted(machine.node());
    return site.member.delete(path).is(202).json().getString("id");
  }

  private static List<String> steps(String operation) {
    return site
        .admin
        .get("v1/operations/%s/steps".formatted(operation))
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(step -> step.getString("name") + " " + step.getString("state"))
        .toList();
  }

  private static Answer stay(Machine machine) {
    return caretaker.get("v1/maintenance/nodes/" + machine.node()).is(200);
  }

  private static String state(Answer node) {
    return node.json().getString("state");
  }
}
