package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Headnodes by REST, on simulated hypervisors. */
class HeadnodeIT {
  private static final int MANY = 50;
  private static final Label TINY = new Label("tiny");
  private static final Label FOREIGN = new Label("somebody-else");
  private static final String PHASES = "image disk seed network define start up";

  private static Site site;
  private static Api member;
  private static SimHostAdmin hosts;

  @BeforeAll
  static void prepare() {
    site = new Site();
    site.hypervisors();
    member = site.member;
    hosts = site.lookAtHosts();
    site.admin
        .put(
            "v1/projects/%s/headnode-limits".formatted(site.project),
            "{\"headnodes\":100,\"cpus\":1000,\"memoryMib\":1000000,\"diskGib\":10000}")
        .is(200);
  }

  @AfterEach
  void mend() {
    Site.HOSTS.forEach(hosts::reset);
    Site.HOSTS.stream()
        .map(host -> site.admin.post("v1/hypervisors/%s/check".formatted(site.host(host)), "{}"))
        .map(HeadnodeIT::operation)
        .toList()
        .forEach(site::awaitEnd);
  }

  @AfterAll
  static void takeAway() throws IOException {
    hosts.close();
    site.close();
  }

  @Test
  void create_started_runsWithItsStepsTold() {
    String name = site.freshName("head");
    String operation = operation(create(name, true));
    site.awaitEnd(operation);
    JsonObject shown = show(name);
    assertThat(shown.getString("state")).isEqualTo("RUNNING");
    assertThat(shown).doesNotContainKey("hypervisor");
    List<String> steps =
        member
            .get("v1/operations/%s/steps".formatted(operation))
            .is(200)
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(step -> step.getString("state").equals("DONE"))
            .map(step -> step.getString("name"))
            .toList();
    assertThat(steps).containsExactly(PHASES.split(" "));
    delete(name);
    assertThat(all()).doesNotContain(shown.getString("id"));
    member.get("v1/headnodes/" + name).is(404);
  }

  @Test
  void create_hostRefusesOnce_goesOnAtTheStepThatFailed() {
    Site.HOSTS.forEach(host -> hosts.refuse(host, "define"));
    String name = site.freshName("head");
    String operation = operation(create(name, false));
    Site.until(
        () -> member.get("v1/operations/%s/steps".formatted(operation)),
        answer -> answer.body().contains("\"ERROR\""));
    Site.HOSTS.forEach(hosts::reset);
    site.awaitEnd(operation);
    assertThat(show(name).getString("state")).isEqualTo("STOPPED");
    assertThat(commands("disk " + show(name).getString("id"))).isEqualTo(1);
    delete(name);
  }

  @Test
  void create_answerOfADefineIsLost_leavesOneMachine() {
    Site.HOSTS.forEach(host -> hosts.cutAfter(host, "define"));
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, true)));
    String id = show(name).getString("id");
    assertThat(all().lines().filter(line -> line.startsWith(id))).hasSize(1);
    delete(name);
  }

  @Test
  void nic_connectedWhileItRuns_isOnThatNetworkUntilDetached() {
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, true)));
    String network = site.network();
    String nics = "v1/headnodes/%s/nics".formatted(name);
    member.post(nics, "{\"name\":\"eth0\",\"address\":\"10.1.0.1/24\"}").is(201);
    String plug = nics + "/eth0/network";
    site.awaitEnd(operation(member.put(plug, "{\"network\":\"%s\"}".formatted(network))));
    VmId id = VmId.parse(show(name).getString("id"));
    assertThat(vlans(id)).containsExactly(vlan(network));
    assertThat(show(name).toString()).contains("\"settled\":true");
    assertThat(member.delete("v1/networks/" + network).is(409).body()).contains("headnode");
    site.awaitEnd(operation(member.delete(plug)));
    assertThat(vlans(id)).isEmpty();
    delete(name);
    member.delete("v1/networks/" + network).is(204);
  }

  @Test
  void connect_networkOfSomebodyElse_isRefusedAndARevokeIsWhileConnected() {
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, false)));
    String nics = "v1/headnodes/%s/nics".formatted(name);
    member.post(nics, "{\"name\":\"eth0\"}").is(201);
    String theirs = site.freshName("theirs");
    String made = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(theirs, site.otherProject);
    site.admin.post("v1/networks", made).is(201);
    String plug = "{\"network\":\"%s\"}".formatted(theirs);
    member.put(nics + "/eth0/network", plug).is(409);
    String grant = "v1/networks/%s/grants/%s".formatted(theirs, site.project);
    site.admin.put(grant, "{}").is(200);
    site.awaitEnd(operation(member.put(nics + "/eth0/network", plug)));
    site.admin.delete(grant).is(409);
    delete(name);
    site.admin.delete(grant).is(204);
    site.admin.delete("v1/networks/" + theirs).is(204);
  }

  @Test
  void delete_hostRefuses_isTriedUntilItIsGone() {
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, false)));
    String id = show(name).getString("id");
    hosts.refuse(host(id), "delete");
    String deletion = operation(member.delete("v1/headnodes/" + name));
    Site.until(
        () -> member.get("v1/operations/" + deletion),
        answer -> answer.json().getInt("attempts") > 0);
    assertThat(all()).contains(id);
    hosts.reset(host(id));
    site.awaitEnd(deletion);
    assertThat(all()).doesNotContain(id);
  }

  @Test
  void check_leftBehind_isRemovedAndNothingOfOthers() {
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, false)));
    String id = show(name).getString("id");
    Label host = host(id);
    String owner = line(id).split(" ")[1];
    VmId left = VmId.random();
    VmId foreign = VmId.random();
    site.onHost(host, new Label(owner), session -> session.createDisk(left, TINY, 1L << 30));
    site.onHost(host, FOREIGN, session -> session.createDisk(foreign, TINY, 1L << 30));
    String check = "v1/hypervisors/%s/check".formatted(site.host(host));
    site.awaitEnd(operation(site.admin.post(check, "{}")));
    assertThat(all()).contains(id).contains(foreign.toString()).doesNotContain(left.toString());
    site.onHost(host, FOREIGN, session -> session.delete(foreign));
    delete(name);
  }

  @Test
  void create_fiftyAtOnceWhileAHostFails_areSpreadAndOnlyItsOwnWait() {
    Label sick = Site.HOSTS.get(0);
    hosts.refuse(sick, "define");
    List<String> names = IntStream.range(0, MANY).mapToObj(i -> site.freshName("many")).toList();
    List<String> operations =
        names.parallelStream().map(name -> operation(create(name, false))).toList();
    for (Label host : Site.HOSTS) {
      JsonObject shown = site.admin.get("v1/hypervisors/" + site.host(host)).is(200).json();
      assertThat(shown.getInt("headnodes")).isEqualTo(MANY / 2);
    }
    Site.until(
        () -> member.get("v1/operations?open=true&project=" + site.project),
        answer -> answer.json().getInt("total") == MANY / 2);
    assertThat(operations.stream().filter(HeadnodeIT::isDone)).hasSize(MANY / 2);
    hosts.reset(sick);
    operations.forEach(site::awaitEnd);
    names.parallelStream()
        .map(name -> operation(member.delete("v1/headnodes/" + name)))
        .toList()
        .forEach(site::awaitEnd);
    assertThat(all()).isEmpty();
  }

  @Test
  void create_hostHangs_delaysOnlyItsOwn() {
    Label sick = Site.HOSTS.get(0);
    hosts.hang(sick, true);
    List<String> names = List.of(site.freshName("sick"), site.freshName("sick"));
    List<String> operations = names.stream().map(name -> operation(create(name, false))).toList();
    Site.until(
        () -> member.get("v1/operations?open=true&project=" + site.project),
        answer -> answer.json().getInt("total") <= 1);
    hosts.hang(sick, false);
    operations.forEach(site::awaitEnd);
    names.forEach(HeadnodeIT::delete);
  }

  @Test
  void create_limits_areKept() {
    String limits = "v1/projects/%s/headnode-limits".formatted(site.otherProject);
    site.admin
        .put(limits, "{\"headnodes\":0,\"cpus\":1,\"memoryMib\":1024,\"diskGib\":10}")
        .is(200);
    String spec =
        "{\"name\":\"%s\",\"project\":\"%s\",\"image\":\"tiny\"}"
            .formatted(site.freshName("none"), site.otherProject);
    assertThat(site.outsider.post("v1/headnodes", spec).is(409).body()).contains("headnodes");
  }

  @Test
  void headnode_ofSomebodyElse_isNotThere() {
    String name = site.freshName("head");
    site.awaitEnd(operation(create(name, false)));
    String path = "v1/headnodes/" + name;
    site.outsider.get(path).is(404);
    site.outsider.delete(path).is(404);
    site.outsider.post(path + "/power", "{\"action\":\"start\"}").is(404);
    site.outsider.post(path + "/nics", "{\"name\":\"eth0\"}").is(404);
    assertThat(site.outsider.get("v1/headnodes").is(200).body()).doesNotContain(name);
    delete(name);
  }

  private static Answer create(String name, boolean start) {
    return member.post(
        "v1/headnodes",
        """
        {"name":"%s","project":"%s","image":"tiny","memoryMib":512,"start":%s}"""
            .formatted(name, site.project, start));
  }

  private static void delete(String name) {
    site.awaitEnd(operation(member.delete("v1/headnodes/" + name)));
  }

  private static String operation(Answer answer) {
    return answer.is(202).json().getString("id");
  }

  private static boolean isDone(String operation) {
    String state = member.get("v1/operations/" + operation).is(200).json().getString("state");
    return state.equals("DONE");
  }

  private static JsonObject show(String name) {
    return member.get("v1/headnodes/" + name).is(200).json();
  }

  private static Label host(String id) {
    return Site.HOSTS.stream()
        .filter(host -> String.join("\n", hosts.vms(host)).contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static String line(String id) {
    return all().lines().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
  }

  private static String all() {
    return String.join("\n", Site.HOSTS.stream().flatMap(h -> hosts.vms(h).stream()).toList());
  }

  private static long commands(String words) {
    return Site.HOSTS.stream()
        .flatMap(host -> hosts.log(host).stream())
        .filter(line -> line.contains(words))
        .count();
  }

  private static int vlan(String network) {
    return member.get("v1/networks/" + network).is(200).json().getInt("vlan");
  }

  private static List<Integer> vlans(VmId id) {
    return hosts.nics(host(id.toString()), id).stream()
        .map(VmNic::vlan)
        .flatMap(Optional::stream)
        .map(vlan -> vlan.value())
        .toList();
  }
}
