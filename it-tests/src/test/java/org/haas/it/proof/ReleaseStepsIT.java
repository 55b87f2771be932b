package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A release tells what it did, goes on where it was, and frees nothing before its last step. */
class ReleaseStepsIT {
  private static Site site;
  private static SimBmcAdmin bmcs;
  private static SimSwitchAdmin switches;
  private static int lastBmc = 40;

  @BeforeAll
  static void prepare() {
    site = new Site();
    bmcs = site.lookAtMachines();
    switches = site.look();
  }

  @AfterAll
  static void takeAway() throws IOException {
    switches.close();
    bmcs.close();
    site.close();
  }

  /** A machine of the project with a controller, its NIC on a port. */
  private record Held(String node, Label bmc) {
    static Held make() {
      Held made = new Held(site.heldNode(), new Label("bmc-" + ++lastBmc));
      site.admin.put(made.path("bmc"), site.bmcJson(made.bmc())).is(200);
      String on = site.member.post(made.path("power"), "{\"action\":\"on\"}").is(202).body();
      site.awaitEnd(on.replaceAll(".*\"id\":\"([0-9a-f-]+)\".*", "$1"));
      return made;
    }

    String path(String part) {
      return "v1/nodes/%s/%s".formatted(node, part);
    }

    Answer release() {
      return site.member.delete(path("reservation"));
    }

    String state() {
      return site.admin.get("v1/nodes/" + node).json().getString("state");
    }
  }

  @Test
  void release_ofAMachineInUse_leavesEvidenceForItsProject() {
    Held held = Held.make();
    Answer accepted = held.release().is(202);
    String id = accepted.json().getString("id");
    assertThat(accepted.header("Location")).hasValue("/api/v1/operations/" + id);
    site.awaitEnd(id);
    assertThat(held.state()).isEqualTo("FREE");
    assertThat(bmcs.isOn(held.bmc())).isFalse();
    List<JsonObject> steps = steps(id);
    assertThat(steps)
        .extracting(step -> step.getString("name") + " " + step.getString("state"))
        .containsExactly("consoles DONE", "power DONE", "boot DONE", "ports DONE", "free DONE");
    assertThat(steps)
        .allSatisfy(step -> assertThat(step).containsKeys("startedAt", "finishedAt", "found"));
    assertThat(steps.get(1).getString("found")).contains("OFF");
    assertThat(steps.get(3).getString("found")).contains("carries nothing");
    site.outsider.get("v1/operations/%s/steps".formatted(id)).is(404);
    site.member.post("v1/operations/%s/retry".formatted(id), "").is(409);
  }

  @Test
  void release_controllerFails_staysAndIsTriedAgainWhenAsked() throws SQLException {
    Held held = Held.make();
    bmcs.dead(held.bmc(), true);
    String id = held.release().is(202).json().getString("id");
    Site.until(
        () -> site.member.get("v1/operations/" + id), shown -> shown.json().getInt("attempts") > 1);
    assertThat(held.state()).isEqualTo("RELEASING");
    JsonObject power = steps(id).get(1);
    assertThat(power.getString("state")).isEqualTo("ERROR");
    assertThat(power.getString("error")).contains("BMC");
    assertThat(steps(id).get(0).getString("state")).isEqualTo("DONE");
    assertFreedByNobody(held);
    bmcs.reset(held.bmc());
    site.outsider.post("v1/operations/%s/retry".formatted(id), "").is(404);
    site.member.post("v1/operations/%s/retry".formatted(id), "").is(200);
    site.awaitEnd(id);
    assertThat(held.state()).isEqualTo("FREE");
  }

  /** Whoever forgets a step in the program does not get past the database. */
  private static void assertFreedByNobody(Held held) throws SQLException {
    String free =
        "update node set state = 'FREE', project_id = null where label = '%s'"
            .formatted(held.node());
    try (Records records = Records.open()) {
      assertThatThrownBy(() -> records.change(free)).hasMessageContaining("operation");
      records.begin();
      records.change(
          "update operation set state = 'DONE', error = null where action = 'release_node'"
              + " and node = '%s'".formatted(held.node()));
      assertThatThrownBy(() -> records.change(free)).hasMessageContaining("release");
    }
  }

  @Test
  void release_portCannotBeRead_isNotFreeBeforeItIs() {
    Held held = Held.make();
    switches.garbage(new Label(site.switchName), true);
    String id = held.release().is(202).json().getString("id");
    Site.until(
        () -> site.member.get("v1/operations/" + id), shown -> shown.body().contains("NIC eth0"));
    assertThat(held.state()).isEqualTo("RELEASING");
    assertThat(site.member.get("v1/nodes/" + held.node()).json().getString("releasing"))
        .contains("NIC eth0")
        .doesNotContain(site.switchName);
    switches.reset(new Label(site.switchName));
    site.awaitEnd(id);
    assertThat(held.state()).isEqualTo("FREE");
    assertThat(bmcs.isOn(held.bmc())).isFalse();
  }

  @Test
  void release_workerVanished_goesOnWithWhatIsLeft() throws SQLException {
    Held held = Held.make();
    bmcs.dead(held.bmc(), true);
    String id = held.release().is(202).json().getString("id");
    Site.until(
        () -> site.member.get("v1/operations/" + id), shown -> shown.json().getInt("attempts") > 0);
    String consoles = steps(id).get(0).toString();
    vanish(held);
    bmcs.reset(held.bmc());
    site.awaitEnd(id);
    assertThat(steps(id).get(0)).hasToString(consoles);
    assertThat(held.state()).isEqualTo("FREE");
    assertThat(bmcs.isOn(held.bmc())).isFalse();
  }

  /** As somebody leaves it who dies in the midst of a step. */
  private static void vanish(Held held) throws SQLException {
    try (Records records = Records.open()) {
      records.change(
          "update work_queue set holder = gen_random_uuid(), fence = fence + 1, claim_until ="
              + " clock_timestamp() + interval '1 second' where name = (select 'node:' || id"
              + " from node where label = '%s')".formatted(held.node()));
      records.change(
          "update operation set state = 'RUNNING', not_before = clock_timestamp()"
              + " where action = 'release_node' and node = '%s'".formatted(held.node()));
    }
  }

  private static List<JsonObject> steps(String operation) {
    return site.member
        .get("v1/operations/%s/steps".formatted(operation))
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }
}
