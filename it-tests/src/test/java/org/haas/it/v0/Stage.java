package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * What a story takes place in and HIL's API cannot make: a simulated switch and a hypervisor with
 * images, the daemons for power, and what happens to them.
 */
final class Stage implements AutoCloseable {
  private static final String USER = "hil";
  private static final int PORTS = 96;
  private static final String DELL = "dellnos9";

  /** Of its command line too, where it is the emulator's. */
  private static final String DELL_PASSWORD = "open sesame";

  private static final Pattern TOKEN = Pattern.compile("the daemon has (a|no) token of (.+)");
  private static final Label HOST = new Label("host-1");

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Label switchName = new Label("switch-" + run);
  private final Known known = new Known();
  private final Api admin = Api.of("admin");
  private final ObmDaemon daemon = new ObmDaemon();
  private final SimSwitchServer simulator;
  private final SimSwitchAdmin switches;
  private final List<Integer> taken = new ArrayList<>();
  private Optional<SshEmulator> dell = Optional.empty();
  private boolean hypervisor;

  Stage() {
    try {
      Path state = Files.createTempDirectory(Path.of("target"), "hil-sim");
      simulator =
          SimSwitchServer.start(
              new SimOptions(
                  0,
                  state,
                  List.of(switchName),
                  List.of(),
                  List.of(HOST),
                  List.of(new Label("image-" + run)),
                  PORTS,
                  Optional.of(USER + ":" + Teller.PASSWORD)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    switches = SimSwitchAdmin.connect(simulator.port(), USER, new Secret(Teller.PASSWORD));
    known.put("run", run);
    known.put("switchport", String.valueOf(simulator.port()));
    known.put("obmd", daemon.url("").replaceAll("/$", ""));
    known.put("server", Running.url().toString());
  }

  /** What its words stand for. */
  Known known() {
    return known;
  }

  /** Does what the story says in these words. */
  void happen(String event) {
    switch (event) {
      case "the switch hangs" -> switches.hang(switchName, true);
      case "the switch answers again" -> switches.hang(switchName, false);
      case "no VLAN is left" -> takeVlans();
      case "there are VLANs again" -> giveVlansBack();
      case "there is a Dell switch" -> addDell();
      case "there is a hypervisor" -> addHypervisor();
      case "there is no hypervisor" -> removeHypervisor();
      default -> expect(event);
    }
  }

  private void expect(String event) {
    Matcher token = TOKEN.matcher(event);
    if (!token.matches()) {
      throw new IllegalArgumentException("Nobody knows how to do this: " + event);
    }
    assertThat(daemon.token(token.group(2)).isPresent()).isEqualTo(token.group(1).equals("a"));
  }

  /** The pool is of the whole HaaS: it comes back at the latest when this is closed. */
  private void takeVlans() {
    taken.addAll(
        change("update vlan set in_pool = false where in_pool and state = 'FREE' returning id"));
  }

  private void giveVlansBack() {
    if (!taken.isEmpty()) {
      String ids = taken.stream().map(String::valueOf).collect(Collectors.joining(","));
      change("update vlan set in_pool = true where id in (%s) returning id".formatted(ids));
      taken.clear();
    }
  }

  private static List<Integer> change(String sql) {
    List<Integer> ids = new ArrayList<>();
    try (Connection database = Records.connection();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
      return ids;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** HIL cannot say which host key a switch has. */
  private void addDell() {
    SshEmulator ssh = new SshEmulator(USER, DELL_PASSWORD, new SwitchEmulator(DELL)::shell);
    dell = Optional.of(ssh);
    String spec =
        """
        {"name": "dell-%s", "type": "%s", "host": "127.0.0.1", "port": %d, "username": "%s",
         "password": "%s", "hostKey": "%s"}""";
    admin
        .post(
            "v1/switches",
            spec.formatted(run, DELL, ssh.port(), USER, DELL_PASSWORD, ssh.hostKey()))
        .is(201);
  }

  private String host() {
    return "host-" + run;
  }

  private void removeHypervisor() {
    admin.delete("v1/hypervisors/" + host()).is(204);
    hypervisor = false;
  }

  private void addHypervisor() {
    hypervisor = true;
    String spec =
        """
        {"name": "%s", "type": "sim", "address": "127.0.0.1:%d", "username": "%s",
         "password": "%s", "settings": {"hypervisor": "%s"}}""";
    admin
        .post(
            "v1/hypervisors", spec.formatted(host(), simulator.port(), USER, Teller.PASSWORD, HOST))
        .is(201);
    Site.until(
        () -> admin.get("v1/hypervisors/" + host()), shown -> shown.body().contains("\"readAt\""));
  }

  @Override
  public void close() throws IOException {
    giveVlansBack();
    if (hypervisor) {
      removeHypervisor();
    }
    switches.reset(switchName);
    switches.close();
    simulator.close();
    daemon.close();
    dell.ifPresent(SshEmulator::close);
  }
}
