package org.haas.it.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.HostName;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.SeedNic;
import org.haas.spi.SshKey;
import org.haas.spi.UserData;
import org.haas.spi.VlanId;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lab's base image on a real hypervisor, reached over a real network. */
class HeadnodeImageIT {
  private static final LabSettings SETTINGS =
      new LabSettings(Path.of("target", "lab-headnode"), "head", 19242);
  private static final Duration UP = Duration.ofSeconds(60);
  private static final MacAddress MAC = new MacAddress("52:54:00:c0:00:09");
  private static final VlanId RED = new VlanId(300);
  private static final String ADDRESS = "10.99.0.77";
  private static final String USER_DATA =
      "#!/bin/sh\necho \"user data: $(hostname) '\\$(id)' `echo done`\"\n";

  private final HypervisorLab lab = new HypervisorLab(SETTINGS, new Label("image"));
  private final VmId id = VmId.random();

  @BeforeAll
  static void up() {
    new LabScript(SETTINGS).run("up", "--state", SETTINGS.state().toString());
    Path database = SETTINGS.state().resolve("sw1/run/db.sock");
    Processes.run(
        List.of("ovs-vsctl", "--db=unix:" + database, "set", "port", "p1", "tag=" + RED),
        List.of());
  }

  @AfterAll
  static void down() {
    new LabScript(SETTINGS).run("down", "--state", SETTINGS.state().toString(), "--forget");
  }

  @Test
  void headnode_withASeed_isUpAndReachedByItsKeyOnItsNetworkOnly() {
    try (HypervisorSession session = lab.driver().open(lab.endpoint())) {
      create(session);
      try (BmcConsole console = session.console(id)) {
        assertThat(saidUntil(console, "done")).contains("user data: head-9 '$(id)' done");
      }
      until(() -> answers("-i" + key(), "hostname").contains("head-9"), UP);
      assertThat(answers("-i" + key(), "hostname")).isEqualTo("head-9\n");
      assertThat(answers("-oIdentitiesOnly=yes", "id")).contains("Permission denied");

      session.plug(id, VmNic.on(MAC, new VlanId(301)));
      assertThat(pings()).as("on another VLAN").isFalse();
      session.plug(id, VmNic.unplugged(MAC));
      assertThat(pings()).as("unplugged").isFalse();
      session.plug(id, VmNic.on(MAC, RED));
      until(this::pings, UP);
      assertThat(pings()).as("on its VLAN again").isTrue();

      session.shutDown(id);
      until(() -> session.state(id) == VmState.STOPPED, UP);
      assertThat(session.state(id)).isEqualTo(VmState.STOPPED);
      session.delete(id);
      assertThat(session.found()).isEmpty();
    }
  }

  private void create(HypervisorSession session) {
    String key = Processes.run(List.of("cat", key() + ".pub"), List.of());
    SeedNic nic = new SeedNic(MAC, Optional.of(ADDRESS + "/16"));
    session.createDisk(id, new Label("headnode"), 1);
    session.writeSeed(
        id,
        new Seed(
            id,
            new HostName("head-9"),
            List.of(new SshKey(key)),
            Optional.of(new UserData(USER_DATA)),
            List.of(nic)));
    session.define(new Vm(id, new Label("head-9"), 1, 256 << 20, List.of(VmNic.on(MAC, RED))));
    session.start(id);
  }

  private static String saidUntil(BmcConsole console, String end) {
    StringBuilder said = new StringBuilder();
    byte[] buffer = new byte[1000];
    until(
        () -> {
          int length = Math.max(console.read(buffer), 0);
          said.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
          return said.indexOf(end) >= 0;
        },
        UP);
    return said.toString();
  }

  private static String key() {
    return SETTINGS.state().resolve("key").toString();
  }

  /** What a command on the headnode says to who logs in from a node on VLAN 300. */
  private static String answers(String option, String command) {
    return inNode(
        List.of(
            "ssh",
            "-F/dev/null",
            "-oBatchMode=yes",
            "-oStrictHostKeyChecking=no",
            "-oUserKnownHostsFile=/dev/null",
            "-oLogLevel=ERROR",
            "-oConnectTimeout=5",
            option,
            "root@" + ADDRESS,
            command));
  }

  private boolean pings() {
    return inNode(List.of("ping", "-c1", "-W1", ADDRESS)).contains(" 1 received");
  }

  private static String inNode(List<String> command) {
    List<String> words = Processes.words("ip", "netns", "exec", SETTINGS.prefix() + "-01");
    return Processes.said(words, command);
  }

  private static void until(BooleanSupplier done, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < deadline) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException stopping) {
        throw new IllegalStateException(stopping);
      }
    }
  }
}
