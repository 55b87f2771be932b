package org.haas.it.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitch;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.proof.Records;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * A lab that HIL had: its database, in a schema of its own, and its switch, whose ports carry what
 * HIL put there. Its names have an ending that no other run has; the watch for leaks does not know
 * the switch's login, for what is not imported yet carries VLANs.
 */
final class HilLab implements AutoCloseable {
  private static final Secret PASSWORD = new Secret("a secret of HIL");
  private static final String USER = "hil-lab";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PORTS = 8;

  /** What the ports carry in HIL. */
  static final Map<PortName, PortConfig> CARRIED =
      Map.of(
          port(1), carrying(Channel.NATIVE, 3701).with(tagged(3703), new VlanId(3703)),
          port(2), carrying(tagged(3704), 3704),
          port(3), carrying(Channel.NATIVE, 3702));

  final String ending = UUID.randomUUID().toString().substring(0, 8);
  final Api admin = Api.of("admin");
  private final String schema = "hil_" + ending;
  private final SimSwitchServer hardware;

  HilLab() throws IOException, SQLException {
    Label tor = new Label(name("tor"));
    hardware =
        SimSwitchServer.start(
            new SimOptions(
                0,
                Files.createTempDirectory(Path.of("target"), "hil-lab"),
                List.of(tor),
                PORTS,
                Optional.of(USER + ":" + PASSWORD.reveal())));
    change("create schema " + schema);
    change(dump());
    try (SwitchSession hand = new SimSwitch().open(endpoint(tor))) {
      hand.apply(
          CARRIED.entrySet().stream()
              .map(each -> new PortChange(each.getKey(), PortConfig.PARKED, each.getValue()))
              .toList());
      hand.save();
    }
  }

  private SwitchEndpoint endpoint(Label tor) {
    return new SwitchEndpoint(
        tor,
        "127.0.0.1",
        hardware.port(),
        USER,
        PASSWORD,
        Optional.empty(),
        Map.of(),
        PATIENCE,
        () -> true);
  }

  private static PortConfig carrying(Channel channel, int vlan) {
    return PortConfig.PARKED.with(channel, new VlanId(vlan));
  }

  private static Channel tagged(int vlan) {
    return Channel.tagged(new VlanId(vlan));
  }

  static PortName port(int number) {
    return new PortName("gi1/0/" + number);
  }

  private String dump() throws IOException {
    try (InputStream file = HilLab.class.getResourceAsStream("hil.sql")) {
      return new String(file.readAllBytes(), UTF_8)
          .replace("ENDING", ending)
          .replace("SIM_PORT", String.valueOf(hardware.port()));
    }
  }

  /** Changes HIL's database. */
  void change(String sql) throws SQLException {
    try (Connection connection = Records.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("set search_path to " + schema);
      statement.execute(sql);
    }
  }

  /** Where HIL's database is. */
  String url() throws SQLException {
    try (Connection connection = Records.connection()) {
      String url = connection.getMetaData().getURL();
      return "%s%scurrentSchema=%s".formatted(url, url.contains("?") ? "&" : "?", schema);
    }
  }

  /** A name of the lab. */
  String name(String beginning) {
    return beginning + "-" + ending;
  }

  /** Looks into the switch. */
  SimSwitchAdmin look() {
    return SimSwitchAdmin.connect(hardware.port(), USER, PASSWORD);
  }

  /** Tells HaaS the password that the switch has. */
  void correctPassword() {
    String site =
        """
        {"switches": [{"name": "%s", "type": "sim", "host": "127.0.0.1", "port": %d,
          "username": "%s", "password": "%s"}]}""";
    admin
        .post("v1/site", site.formatted(name("tor"), hardware.port(), USER, PASSWORD.reveal()))
        .is(200);
  }

  /** A user of the login. */
  void user(String beginning) {
    String user = "{\"username\":\"%s\",\"password\":\"%s\"}";
    admin.post("v1/users", user.formatted(name(beginning), Site.PASSWORD)).is(201);
  }

  /** What HaaS knows of the lab, each list as text. */
  Map<String, String> inventory() {
    Map<String, String> known = new TreeMap<>();
    for (String list :
        List.of("v1/projects", "v1/users", "v1/nodes", "v1/networks", "v1/switches")) {
      things(list).forEach(thing -> known.put(list + " " + name(thing), thing.toString()));
    }
    return known;
  }

  private List<JsonObject> things(String list) {
    return admin
        .get(list + (isLong(list) ? "?limit=1000" : ""))
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(thing -> name(thing).endsWith(ending))
        .toList();
  }

  private static boolean isLong(String list) {
    return List.of("v1/nodes", "v1/networks").contains(list);
  }

  private static String name(JsonObject thing) {
    return thing.getString("name", thing.getString("username", ""));
  }

  /** What the audit trail tells of this lab. */
  List<List<String>> trail() {
    try (Records records = Records.open()) {
      return records.rows(
          "select id, action from audit_event where target like '%%%1$s' or project like '%%%1$s'"
              .formatted(ending));
    }
  }

  /** Takes everything of the lab away from HaaS. */
  @Override
  public void close() throws SQLException, IOException {
    things("v1/nodes").forEach(this::removeNode);
    things("v1/networks").forEach(network -> admin.delete("v1/networks/" + name(network)).is(204));
    things("v1/switches").forEach(this::removeSwitch);
    things("v1/projects").forEach(project -> admin.delete("v1/projects/" + name(project)).is(204));
    things("v1/users").forEach(user -> admin.delete("v1/users/" + name(user)).is(204));
    change("drop schema %s cascade".formatted(schema));
    hardware.close();
  }

  private void removeNode(JsonObject node) {
    String path = "v1/nodes/" + name(node);
    List<JsonObject> nics = node.getJsonArray("nics").getValuesAs(JsonObject.class);
    nics.forEach(nic -> park(name(node), name(nic)));
    admin.delete(path + "/bmc");
    if (node.containsKey("project")) {
      admin.delete(path + "/reservation");
      Site.until(() -> admin.get(path), shown -> shown.body().contains("\"FREE\""));
    }
    for (JsonObject nic : nics) {
      if (nic.containsKey("port")) {
        admin.delete(portPath(nic.getString("switch"), nic.getString("port")) + "/nic").is(204);
      }
      admin.delete("%s/nics/%s".formatted(path, name(nic))).is(204);
    }
    admin.delete(path).is(204);
  }

  private void park(String node, String nic) {
    String wish = "{\"nics\":[{\"node\":\"%s\",\"nic\":\"%s\",\"networks\":[]}]}";
    Answer planned = admin.post("v1/change-sets", wish.formatted(node, nic));
    if (planned.status() == 201) {
      String path = "v1/change-sets/" + planned.json().getString("id");
      admin.post(path + "/apply", "{}");
      Site.until(() -> admin.get(path), shown -> shown.body().contains("\"COMMITTED\""));
    }
  }

  private void removeSwitch(JsonObject known) {
    String path = "v1/switches/" + name(known);
    admin
        .get(path)
        .is(200)
        .json()
        .getJsonArray("ports")
        .getValuesAs(JsonObject.class)
        .forEach(
            port ->
                Site.until(
                    () -> admin.delete(portPath(name(known), name(port))),
                    answer -> answer.status() == 204));
    Site.until(() -> admin.delete(path), answer -> answer.status() == 204);
  }

  private static String portPath(String switchName, String port) {
    return "v1/switches/%s/ports/%s".formatted(switchName, port.replace("/", "%2F"));
  }
}
