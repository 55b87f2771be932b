package org.haas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeSetsTest {
  private static final String PLAN = "POST /api/v1/change-sets";
  private static final String APPLY = "POST /api/v1/change-sets/c1/apply";
  private static final String LOOK = "GET /api/v1/change-sets/c1";
  private static final String PROOF = "GET /api/v1/networks/lab/isolation";

  private final FakeHaas haas = new FakeHaas();

  @TempDir private Path home;

  @AfterEach
  void close() {
    haas.close();
  }

  private static String changes(String state, String nic) {
    return """
        {"id":"c1","state":"%s","project":"p","nics":[{"node":"n1","nic":"eth0",
         "now":[],"then":[{"network":"lab","channel":"vlan/native"}],"state":"%s"}]%s}"""
        .formatted(state, nic, state.equals("UNDONE") ? ",\"error\":\"s1: % Invalid\"" : "");
  }

  private Shell.Done run(String... line) {
    return new Shell(home, haas).run(line);
  }

  @Test
  void plan_ofTwoNics_asksForBothTogether() {
    haas.on(PLAN, 201, changes("PLANNED", "PLANNED"));

    Shell.Done done = run("change", "plan", "add", "lab, x@vlan/7", "n1/eth0", "n2/eth1");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("PLANNED", "n1", "eth0", "lab");
    String networks =
        "\"networks\":[{\"network\":\"lab\"},{\"network\":\"x\",\"channel\":\"vlan/7\"}]}";
    assertThat(haas.requests().get(0).body())
        .isEqualTo(
            "{\"nics\":[{\"node\":\"n1\",\"nic\":\"eth0\",\"mode\":\"ADD\","
                + networks
                + ",{\"node\":\"n2\",\"nic\":\"eth1\",\"mode\":\"ADD\","
                + networks
                + "]}");
  }

  @Test
  void plan_ofNoNetworks_takesAllOff() {
    haas.on(PLAN + "?dryRun=true", 200, changes("PLANNED", "PLANNED"));

    assertThat(run("change", "plan", "exactly", "", "n1/eth0", "--dry-run").code()).isZero();
    assertThat(haas.requests().get(0).body()).contains("\"EXACTLY\",\"networks\":[]");
  }

  @Test
  void plan_ofANicWithoutItsNode_asksNothing() {
    assertThat(run("change", "plan", "add", "lab", "eth0"))
        .isEqualTo(new Shell.Done(2, "", "haas: 'eth0' is not NODE/NIC.\n"));
    assertThat(haas.lines()).isEmpty();
  }

  @Test
  void plan_appliedAndWaitedFor_tellsHowFarItIs() {
    haas.on(PLAN, 201, changes("PLANNED", "PLANNED"))
        .on(APPLY, 202, changes("APPLYING", "WAITING"))
        .on(LOOK, 200, changes("APPLYING", "WAITING"))
        .on(LOOK, 200, changes("APPLYING", "WRITTEN"))
        .on(LOOK, 200, changes("COMMITTED", "DONE"));

    Shell.Done done = run("change", "plan", "add", "lab", "n1/eth0", "--apply", "--wait");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("COMMITTED", "DONE");
    assertThat(done.err())
        .isEqualTo(
            """
            change-set: APPLYING (0 of 1 NICs)
            change-set: APPLYING (1 of 1 NICs)
            change-set: COMMITTED (1 of 1 NICs)
            """);
  }

  @Test
  void apply_undone_endsWith1AndTheSwitchsWords() {
    haas.on(APPLY, 202, changes("APPLYING", "WAITING"))
        .on(LOOK, 200, changes("UNDONE", "RESTORED"));

    Shell.Done done = run("change", "apply", "c1", "--wait");

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.err()).contains("c1 ended UNDONE", "every port is as it was: s1: % Invalid");
  }

  @Test
  void apply_waitedForTooLong_endsWith5() {
    haas.on(APPLY, 202, changes("APPLYING", "WAITING"))
        .on(LOOK, 200, changes("STUCK", "UNCERTAIN"));

    Shell.Done done = run("change", "apply", "c1", "--wait", "--timeout", "0");

    assertThat(done.code()).isEqualTo(5);
    assertThat(done.err()).contains("still STUCK", "haas change show c1");
  }

  @Test
  void isolation_proven_isShown() {
    haas.on(PROOF, 200, "{\"network\":\"lab\",\"verdict\":\"PROVEN\",\"ports\":7,\"carriers\":[]}");

    Shell.Done done = run("network", "isolation", "lab");

    assertThat(done.code()).isZero();
    assertThat(done.out()).contains("PROVEN");
  }

  @Test
  void isolation_notProven_isShownAndEndsWith1() {
    haas.on(PROOF, 200, "{\"network\":\"lab\",\"verdict\":\"BROKEN\",\"carriers\":[]}");

    Shell.Done done = run("network", "isolation", "lab");

    assertThat(done.code()).isEqualTo(1);
    assertThat(done.out()).contains("BROKEN");
    assertThat(done.err()).contains("lab is not proven: BROKEN");
  }
}
