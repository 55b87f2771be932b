package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.error.ErrorCode;
import org.haas.error.Errors;
import org.haas.network.AttachmentState;
import org.haas.network.AttachmentView;
import org.haas.network.Attachments;
import org.haas.node.NodeState;
import org.haas.node.Nodes;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.project.Projects;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortConfig;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The boundaries, called inside the server as the ways in call them. */
@ExtendWith(ArquillianExtension.class)
class BoundariesIT {
  @Inject private Bench bench;
  @Inject private Projects projects;
  @Inject private Nodes nodes;
  @Inject private Attachments attachments;
  @Inject private Changes changes;
  @Inject private UserTransaction transaction;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  /** What looks at the requests of the context, by the container's own login. */
  private static AuthConfigProvider loginOf(String context) {
    return AuthConfigFactory.getFactory()
        .getConfigProvider("HttpServlet", "server " + context, null);
  }

  @Test
  void requests_ofTheApi_areSeenByNoLoginOfTheContainer() {
    AuthConfigProvider none = loginOf("/nowhere");
    assertThat(loginOf("")).as("the portal's").isNotSameAs(none);
    assertThat(loginOf("/api")).isSameAs(none);
  }

  @Test
  void reserve_nobodyLoggedIn_isNotAuthenticated() {
    assertRefused(
        ErrorCode.NOT_AUTHENTICATED, () -> nodes.reserve(bench.name("p"), bench.name("n")));
  }

  @Test
  void reserve_freeNode_isTheProjectsAndNobodyElses() {
    Label project = bench.project("physics");
    Label other = bench.project("biology");
    Label node = bench.node();
    bench.asMember(project);
    assertThat(nodes.reserve(project, node).project()).contains(project);
    bench.asMember(other);
    assertRefused(ErrorCode.BLOCKED, () -> nodes.reserve(other, node));
    assertRefused(ErrorCode.HIDDEN, () -> nodes.release(Optional.empty(), node));
    assertRefused(ErrorCode.HIDDEN, () -> nodes.show(node));
    assertRefused(ErrorCode.HIDDEN, () -> nodes.reserve(project, node));
    assertRefused(ErrorCode.FORBIDDEN, () -> nodes.delete(node));
  }

  @Test
  void create_sameNameTwice_isDuplicateByItsConstraint() {
    Label project = bench.project("physics");
    assertRefused(ErrorCode.DUPLICATE, () -> projects.create(project));
  }

  @Test
  void addNic_sameNameTwice_isDuplicateByItsConstraint() {
    Label node = bench.node();
    assertRefused(
        ErrorCode.DUPLICATE,
        () -> nodes.addNic(node, Bench.nic(), new MacAddress("52:54:00:00:00:ff")));
  }

  @Test
  void delete_nodeWithANic_isBlockedByItsConstraint() {
    Label node = bench.node();
    assertRefused(ErrorCode.BLOCKED, () -> nodes.delete(node));
  }

  @Test
  void delete_projectWithANode_isBlockedByItsConstraint() {
    Label project = bench.project("physics");
    Label node = bench.node();
    nodes.reserve(project, node);
    assertRefused(ErrorCode.BLOCKED, () -> projects.delete(project));
  }

  @Test
  void connect_thenDetach_reachesTheSwitchAndLeavesIt() {
    Label project = bench.project("physics");
    Label node = bench.wiredNode();
    Label network = bench.network("net", project);
    bench.asMember(project);
    nodes.reserve(project, node);
    Bench.await(() -> bench.number(openOf(), node.value()) == 0);
    OperationView connect = connect(node, network);
    assertThat(bench.end(connect)).isEqualTo(OperationState.DONE);
    assertThat(attachments.ofNodes(List.of(node)))
        .extracting(AttachmentView::state)
        .containsExactly(AttachmentState.ATTACHED);
    assertRefused(ErrorCode.BLOCKED, () -> connect(node, network));
    assertRefused(ErrorCode.BLOCKED, () -> nodes.release(Optional.of(project), node));
    assertThat(carrying()).hasSize(1);
    assertThat(bench.end(attachments.detach(node, Bench.nic(), network)))
        .isEqualTo(OperationState.DONE);
    assertThat(carrying()).isEmpty();
    assertThat(nodes.release(Optional.of(project), node).state()).isEqualTo(NodeState.FREE);
  }

  @Test
  void connect_channelOfAnotherNetwork_isBlocked() {
    Label project = bench.project("physics");
    Label node = bench.wiredNode();
    Label first = bench.network("first", project);
    Label second = bench.network("second", project);
    nodes.reserve(project, node);
    Bench.await(() -> bench.number(openOf(), node.value()) == 0);
    assertThat(bench.end(connect(node, first))).isEqualTo(OperationState.DONE);
    assertRefused(ErrorCode.BLOCKED, () -> connect(node, second));
  }

  @Test
  void connect_foreignNetwork_isMismatch() {
    Label project = bench.project("physics");
    Label other = bench.project("biology");
    Label node = bench.wiredNode();
    Label foreign = bench.network("foreign", other);
    bench.asMember(project);
    nodes.reserve(project, node);
    assertRefused(ErrorCode.PROJECT_MISMATCH, () -> connect(node, foreign));
  }

  @Test
  void connect_rolledBack_leavesNeitherOperationNorWordNorAudit() throws Exception {
    Label project = bench.project("physics");
    Label node = bench.wiredNode();
    Label network = bench.network("net", project);
    nodes.reserve(project, node);
    Bench.await(() -> bench.number(openOf(), node.value()) == 0);
    List<Change> heard = new CopyOnWriteArrayList<>();
    Changes.Subscription watch = changes.watch(heard::add);
    try {
      transaction.begin();
      OperationView gone = connect(node, network);
      transaction.rollback();
      Change marker =
          new Change(Change.Kind.NODE, node.value(), Optional.empty(), OptionalLong.empty());
      transaction.begin();
      changes.announce(marker);
      transaction.commit();
      Bench.await(() -> heard.contains(marker));
      assertThat(heard).noneMatch(change -> change.name().equals(gone.id().toString()));
      assertRefused(ErrorCode.NOT_FOUND, () -> bench.end(gone));
    } finally {
      watch.close();
    }
    assertThat(attachments.ofNodes(List.of(node))).isEmpty();
    assertThat(audited("nic.connect", node)).isZero();
  }

  @Test
  void audit_changeCommittedOrRefused_isThereOrNot() {
    Label project = bench.project("physics");
    Label node = bench.node();
    nodes.reserve(project, node);
    assertThat(audited("node.reserve", node)).isEqualTo(1);
    assertRefused(ErrorCode.BLOCKED, () -> nodes.delete(node));
    assertThat(audited("node.delete", node)).isZero();
  }

  @Test
  void audit_changeInAProject_namesTheProject() {
    Label project = bench.project("physics");
    Label node = bench.wiredNode();
    Label network = bench.network("net", project);
    nodes.reserve(project, node);
    connect(node, network);
    Bench.await(() -> bench.number(openOf(), node.value()) == 0);
    attachments.detach(node, Bench.nic(), network);
    Bench.await(() -> bench.number(openOf(), node.value()) == 0);
    nodes.release(Optional.empty(), node);
    assertThat(
            bench.number(
                "select count(distinct action) from audit_event where project = ? and action in"
                    + " ('network.create', 'node.reserve', 'nic.connect', 'nic.detach',"
                    + " 'node.release')",
                project.value()))
        .isEqualTo(5);
    assertThat(
            bench.number(
                "select count(*) from operation where node = ? and network is null and leaving = ?",
                node.value(),
                network.value()))
        .as("operations that tell which network went")
        .isEqualTo(1);
  }

  private OperationView connect(Label node, Label network) {
    return attachments.connect(node, Bench.nic(), network, Optional.of(Channel.NATIVE));
  }

  private List<PortConfig> carrying() {
    try (var hardware = bench.hardware()) {
      return hardware.running(bench.switchName()).values().stream()
          .filter(config -> !config.parked() && !config.equals(PortConfig.EVERYTHING))
          .toList();
    }
  }

  private long audited(String action, Label target) {
    return bench.number(
        "select count(*) from audit_event where action = ? and target = ?", action, target.value());
  }

  private static String openOf() {
    return "select count(*) from operation o join nic c on c.port_id = o.port_id"
        + " join node n on n.id = c.node_id where n.label = ? and o.finished_at is null";
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(refusal).as("nothing was refused").isNotNull();
    assertThat(Errors.view(refusal).code()).as(refusal.toString()).isEqualTo(code);
  }
}
