package org.haas.it.payara;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.network.NetworkSpec;
import org.haas.network.Networks;
import org.haas.network.Visibility;
import org.haas.node.Cabling;
import org.haas.node.NodeSpec;
import org.haas.node.Nodes;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.project.Projects;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchSpec;
import org.haas.switches.Switches;

/**
 * What one test needs, under names that no other has: a project with a member, a stranger, a
 * simulated switch in this process. One request, one bench.
 */
@RequestScoped
public class Bench {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String ISSUER = "https://login.invalid";

  private final String ending = UUID.randomUUID().toString().substring(0, 8);
  private Optional<SimSwitchServer> simulator = Optional.empty();
  private int made;

  @Resource(lookup = "jdbc/haas")
  private DataSource source;

  @Inject private CurrentCaller current;
  @Inject private Projects projects;
  @Inject private Nodes nodes;
  @Inject private Networks networks;
  @Inject private Switches switches;
  @Inject private Cabling cabling;
  @Inject private Operations operations;

  /** A name of this test's. */
  Label name(String beginning) {
    return new Label(beginning + "-" + ending);
  }

  /** From now on an administrator calls. */
  void asAdmin() {
    current.is(new Caller(ISSUER, "admin-" + ending, "admin", true), "127.0.0.1");
  }

  /** From now on somebody calls who is a member of nothing but that project. */
  void asMember(Label project) {
    current.is(new Caller(ISSUER, "of-" + project, "member", false), "127.0.0.1");
  }

  /** A project, and its one member. */
  Label project(String beginning) {
    asAdmin();
    Label project = name(beginning);
    projects.create(project);
    update(
        "insert into membership (project_id, issuer, subject, username, role)"
            + " select id, '"
            + ISSUER
            + "', 'of-' || label, 'member', 'MEMBER' from project where label = ?",
        project.value());
    return project;
  }

  /** A free node with a NIC {@code nic-0}, without a cable. */
  Label node() {
    asAdmin();
    Label node = name("node-" + ++made);
    nodes.register(new NodeSpec(node, Map.of(), Optional.empty()));
    nodes.addNic(node, nic(), new MacAddress("52:54:00:00:00:%02x".formatted(made)));
    return node;
  }

  /** A node as above whose NIC is on a port of the switch. */
  Label wiredNode() {
    Label node = node();
    PortName port = new PortName("gi1/0/" + made);
    switches.registerPort(switchName(), port, PortRole.EDGE);
    cabling.connect(switchName(), port, node, nic());
    return node;
  }

  /** The NIC of every node. */
  static Label nic() {
    return new Label("nic-0");
  }

  /** A network of the project's. */
  Label network(String beginning, Label project) {
    asMember(project);
    Label network = name(beginning);
    networks.create(
        new NetworkSpec(
            network, Optional.of(project), Visibility.SHARED, Set.of(), Optional.empty()));
    return network;
  }

  /** The simulated switch, made when first asked for. */
  Label switchName() {
    if (simulator.isEmpty()) {
      simulator = Optional.of(startSimulator());
      asAdmin();
      switches.register(
          new SwitchSpec(
              name("sw"),
              "sim",
              "127.0.0.1",
              Optional.of(simulator.get().port()),
              "",
              Secret.NONE,
              Optional.empty(),
              Map.of()));
    }
    return name("sw");
  }

  /** What the switch really is and counts. */
  SimSwitchAdmin hardware() {
    switchName();
    return SimSwitchAdmin.connect(simulator.orElseThrow().port());
  }

  /** Waits until the operation has ended, and answers how. */
  OperationState end(OperationView operation) {
    await(() -> operations.show(operation.id()).finishedAt().isPresent());
    return operations.show(operation.id()).state();
  }

  /** Waits, a minute at most. */
  static void await(BooleanSupplier arrived) {
    long from = System.nanoTime();
    while (!arrived.getAsBoolean()) {
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new AssertionError("It did not happen within " + PATIENCE.toSeconds() + " s.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Changes rows directly, in the current transaction if there is one. */
  int update(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** The number that the query answers. */
  long number(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private SimSwitchServer startSimulator() {
    try {
      return SimSwitchServer.start(
          new SimOptions(
              0, Files.createTempDirectory("haas-sim"), List.of(name("sw")), 48, Optional.empty()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @PreDestroy
  void close() {
    simulator.ifPresent(
        server -> {
          try {
            server.close();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }
}
