package org.haas.it.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.driver.seed.IsoReader;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.console.Screen;
import org.haas.it.console.Terminal;
import org.haas.it.lab.Listeners;
import org.haas.it.lab.Nic;
import org.haas.it.lab.Workstation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a tenant writes about his headnode is refused in a sentence, or is that text and nothing
 * else: on a real hypervisor, in its files, and in the machine that boots.
 */
class HostileHeadnodeIT {
  private static final String ADDRESS = "10.99.0.77";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** A longer path the container refuses, and ends the connection without saying so. */
  private static final int LONGEST_PART = 3_000;

  private static final String COMMENT =
      " me: - ../../etc/passwd @reboot --- ... +%s/-:_".formatted("x".repeat(150));
  private static final String USER_DATA = Tricks.userData("echo \"ran as $(id -un)\" >/run/ran");

  private static LabSite site;
  private static Workstation desk;
  private static Nic deskNic;
  private static HostFolder host;

  @BeforeAll
  static void prepare() {
    site = new LabSite();
    site.hypervisor();
    host = site.hypervisorFolder();
    deskNic = site.lab.nic(1, "nic1");
    desk = new Workstation(deskNic.node());
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  static Stream<Tricks.Trick> tricks() {
    return Tricks.refused(desk.publicKey());
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void create_withATrick_isRefusedInASentence(Tricks.Trick trick) {
    JsonObject wish = trick.in(wish("never", desk.publicKey()).build());
    Answer refused = site.physics.api().post("v1/headnodes", wish.toString()).is(400);
    assertThat(refused.json().getString("detail"))
        .contains(trick.field())
        .endsWith(".")
        .doesNotContain("Exception", "org.haas", "java.");
  }

  /** The container resolves some of these addresses before HaaS sees them. */
  @Test
  void create_withATrickByHil_makesNothing() {
    Api hil = site.physics.api();
    String project = site.physics.project();
    String wish = "{\"project\":\"%s\",\"base_img\":%s}";
    for (String trick : Tricks.NAMES) {
      String part = trick.substring(0, Math.min(trick.length(), LONGEST_PART));
      String path = "v0/headnode/" + URLEncoder.encode(part, UTF_8).replace("+", "%20");
      Answer name = hil.put(path, wish.formatted(project, "\"echo\""));
      assertThat(name.status()).as("%s", name).isLessThan(500);
      String image = wish.formatted(project, Json.createValue(trick));
      assertThat(hil.put("v0/headnode/never", image).is(400).json().getString("msg"))
          .contains("base_img")
          .endsWith(".");
    }
    assertThat(hil.get("v0/project/%s/headnodes".formatted(project)).is(200).body())
        .isEqualTo("[]");
  }

  private static JsonObjectBuilder wish(String name, String key) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("project", site.physics.project())
        .add("image", "headnode")
        .add("memoryMib", 256)
        .add("diskGib", 1)
        .add("keys", Json.createArrayBuilder().add(key));
  }

  @Test
  void headnode_ofNothingButTricks_isWhatWasAskedForAndNothingElse() {
    Set<String> before = host.files();
    String some = UUID.randomUUID().toString().substring(0, 8);
    String name = "0x1f..-_.seed.iso-%s._-..".formatted(some);
    String key = desk.publicKey().replaceFirst("^(\\S+ \\S+).*", "$1") + COMMENT;
    Provisioner plain =
        new Provisioner(site.physics, wish("plain-" + some, desk.publicKey()).build());
    Provisioner tricky =
        new Provisioner(
            site.physics,
            wish(name, key).add("hostName", "0--1e3").add("userData", USER_DATA).build());
    assertThat(definition(tricky)).isEqualTo(definition(plain));
    plain.delete();

    LabNetwork outside = site.network(site.physics);
    site.physics.reserve(deskNic.node());
    site.physics.connect(outside, deskNic);
    tricky.nic("eth0..-_", ADDRESS + "/16", outside);
    tricky.start();
    assertSeedHolds(tricky, key);
    assertMachineTook(key);
    assertFilesAreOurs(tricky, before);
    assertNobodyListens(tricky);

    tricky.delete();
    assertThat(kept(host.files())).isEqualTo(kept(before));
  }

  /** What libvirt was told, but for what two machines have to have each of their own. */
  private static String definition(Provisioner machine) {
    String id = machine.id();
    return host.definition(id)
        .replace(machine.name, "NAME")
        .replace(id, "ID")
        .replace(id.substring(0, 8), "BEGINNING");
  }

  private static void assertSeedHolds(Provisioner machine, String key) {
    Map<String, byte[]> seed = IsoReader.read(host.seed(machine.id()));
    assertThat(seed).containsOnlyKeys("meta-data", "network-config", "user-data");
    assertThat(seed.get("user-data")).isEqualTo(USER_DATA.getBytes(UTF_8));
    assertThat(document(seed.get("meta-data")))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("instance-id", machine.id())
                .add("local-hostname", "0--1e3")
                .add("public-keys", Json.createArrayBuilder().add(key))
                .build());
    assertThat(document(seed.get("network-config")).getJsonObject("ethernets")).hasSize(1);
  }

  private static JsonObject document(byte[] text) {
    try (var reader = Json.createReader(new StringReader(new String(text, UTF_8)))) {
      return reader.readObject();
    }
  }

  private static void assertMachineTook(String key) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!login("hostname").equals("0--1e3\n") && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    assertThat(login("hostname")).isEqualTo("0--1e3\n");
    assertThat(login("cat /root/.ssh/authorized_keys")).isEqualTo(key + "\n");
    assertThat(login("cat /run/ran")).isEqualTo("ran as root\n");
  }

  private static String login(String command) {
    return desk.ssh(ADDRESS, command);
  }

  private static void assertFilesAreOurs(Provisioner machine, Set<String> before) {
    Set<String> made = new TreeSet<>(host.files());
    made.removeAll(before);
    String id = machine.id();
    assertThat(made)
        .filteredOn(HostileHeadnodeIT::isKept)
        .allMatch(
            file ->
                file.matches("hv1/disks/haas-[0-9a-z-]+-" + id + "\\.(qcow2|seed\\.iso)")
                    || file.equals(
                        "hv1/etc/qemu/haas-%s-%s.xml".formatted(machine.name, id.substring(0, 8))))
        .hasSize(3);
  }

  /** Logs, and what libvirt and Open vSwitch have of what runs, come and go as they like. */
  private static boolean isKept(String file) {
    return !file.matches("hv1/(run|lib|log|cache|ovs)/.*");
  }

  private static Set<String> kept(Set<String> files) {
    Set<String> kept = new TreeSet<>(files);
    kept.removeIf(file -> !isKept(file));
    return kept;
  }

  /**
   * While both are in use: no port on the host, none of HaaS, none of the machine's but its own.
   */
  private static void assertNobodyListens(Provisioner machine) {
    long server = Server.pid(Running.state(), "payara");
    Set<String> before = Listeners.of(server);
    String console = "v1/headnodes/%s/console".formatted(machine.name);
    try (Screen screen = Screen.of(site.physics.api(), machine.name);
        Terminal terminal = Terminal.of(site.physics.api(), console)) {
      screen.sees("RFB 003.008\n");
      terminal.hears("\"connected\":true");
      assertThat(Listeners.of(server)).isEqualTo(before).isNotEmpty();
      assertThat(Listeners.besideMachine(machine.id())).isEmpty();
      assertThat(Listeners.addressesBesideMachine(machine.id())).allMatch("127.0.0.1"::equals);
      assertThat(Listeners.commandLine(machine.id()))
          .contains("-vnc", "unix:")
          .doesNotContain("tcp", "telnet", "websocket", "spice");
    }
    assertThat(desk.connects(ADDRESS, 22)).isTrue();
    for (int port : new int[] {5900, 5901, 5902, 5700, 16509, 16514}) {
      assertThat(desk.connects(ADDRESS, port)).as("port %d", port).isFalse();
    }
  }
}
