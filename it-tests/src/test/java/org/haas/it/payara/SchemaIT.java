package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.audit.AuditPurge;
import org.haas.error.ErrorCode;
import org.haas.error.Errors;
import org.haas.network.Attachments;
import org.haas.network.NetworkSpec;
import org.haas.network.Networks;
import org.haas.network.Visibility;
import org.haas.node.Nodes;
import org.haas.once.IdempotencyPurge;
import org.haas.operation.OperationState;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The wrong state cannot be stored, not even by SQL past all code. */
@ExtendWith(ArquillianExtension.class)
class SchemaIT {
  private static final String INSERT_OPERATION =
      "insert into operation (uuid, queue, kind, action, state, requested_by, requested_at, nic_id)"
          + " select gen_random_uuid(), 'nobody:0', 'switch', 'modify_port', ?, 'it', now(), c.id"
          + " from nic c join node n on n.id = c.node_id where n.label = ?";

  @Inject private Bench bench;
  @Inject private Nodes nodes;
  @Inject private Networks networks;
  @Inject private Attachments attachments;
  @Inject private AuditPurge purge;
  @Inject private IdempotencyPurge keyPurge;
  @Inject private UserTransaction transaction;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @Test
  void updateNode_whileAttached_cannotChangeItsProject() {
    Label project = bench.project("physics");
    Label other = bench.project("biology");
    Label node = bench.wiredNode();
    Label network = bench.network("net", project);
    nodes.reserve(project, node);
    assertThat(bench.end(attachments.connect(node, Bench.nic(), network, Optional.empty())))
        .isEqualTo(OperationState.DONE);
    assertRefused(
        ErrorCode.BLOCKED,
        () ->
            bench.update(
                "update node set project_id = (select id from project where label = ?)"
                    + " where label = ?",
                other.value(),
                node.value()));
    assertRefused(
        ErrorCode.BLOCKED,
        () ->
            bench.update(
                "update node set project_id = null, state = 'FREE' where label = ?", node.value()));
    assertRefused(
        ErrorCode.BLOCKED,
        () -> bench.update("delete from network where label = ?", network.value()));
  }

  @Test
  void insertOperation_secondOpenOneOfANic_isRefused() {
    Label node = bench.node();
    assertThat(bench.update(INSERT_OPERATION, "PENDING", node.value())).isEqualTo(1);
    assertRefused(ErrorCode.BLOCKED, () -> bench.update(INSERT_OPERATION, "RUNNING", node.value()));
    assertThat(bench.update(INSERT_OPERATION, "DONE", node.value())).isEqualTo(1);
    bench.update("delete from operation where queue = 'nobody:0'");
  }

  @Test
  void updateNode_freeWithAProject_isRefused() {
    Label project = bench.project("physics");
    Label node = bench.node();
    nodes.reserve(project, node);
    assertThatThrownBy(
            () -> bench.update("update node set state = 'FREE' where label = ?", node.value()))
        .hasMessageContaining("node_owned_unless_free");
  }

  @Test
  void updateNetwork_toAnothersVlan_isRefused() {
    Label project = bench.project("physics");
    Label first = bench.network("first", project);
    Label second = bench.network("second", project);
    assertRefused(
        ErrorCode.BLOCKED,
        () ->
            bench.update(
                "update network set vlan = (select vlan from network where label = ?)"
                    + " where label = ?",
                first.value(),
                second.value()));
  }

  @Test
  void create_vlanOfAnotherNetwork_isBlocked() {
    Label project = bench.project("physics");
    Label taken = bench.network("first", project);
    VlanId vlan = networks.show(taken).vlan().orElseThrow();
    bench.asAdmin();
    NetworkSpec same =
        new NetworkSpec(
            bench.name("second"), Optional.empty(), Visibility.PUBLIC, Set.of(), Optional.of(vlan));
    assertRefused(ErrorCode.BLOCKED, () -> networks.create(same));
  }

  @Test
  void auditTrail_changedInAnyWay_isRefused() {
    bench.project("physics");
    for (String sql :
        new String[] {
          "update audit_event set actor = 'nobody'",
          "delete from audit_event",
          "truncate audit_event"
        }) {
      assertThatThrownBy(() -> bench.update(sql))
          .as(sql)
          .hasMessageContaining("the audit trail is never changed");
    }
  }

  @Test
  void auditTrail_oldEvent_goesByTheRetentionOnlyAndThatIsTold() {
    String old = bench.name("old").value();
    String kept = bench.name("kept").value();
    event(old, "3000 days");
    event(kept, "3 days");
    assertThatThrownBy(() -> bench.update("delete from audit_event where target = ?", old))
        .hasMessageContaining("the audit trail is never changed");
    long told = events("action = 'audit.forget'");

    purge.purge();

    assertThat(events("target = '" + old + "'")).isZero();
    assertThat(events("target = '" + kept + "'")).isEqualTo(1);
    assertThat(events("action = 'audit.forget'")).isEqualTo(told + 1);
    purge.purge();
    assertThat(events("action = 'audit.forget'")).as("nothing is old now").isEqualTo(told + 1);
  }

  @Test
  void auditTrail_eventOfTheLastDay_staysWhateverIsTried() throws Exception {
    String young = bench.name("young").value();
    event(young, "1 hour");
    assertThatThrownBy(() -> bench.number("select audit_event_forget(interval '1 hour', 10)"))
        .hasMessageContaining("kept for a day");
    transaction.begin();
    try {
      bench.number("select length(set_config('haas.audit_forgets', 'yes', true))");
      assertThatThrownBy(() -> bench.update("delete from audit_event where target = ?", young))
          .hasMessageContaining("the audit trail is never changed");
    } finally {
      transaction.rollback();
    }
    assertThat(events("target = '" + young + "'")).isEqualTo(1);
  }

  @Test
  void auditTrail_afterForgetting_isClosedAgainInTheSameTransaction() throws Exception {
    String old = bench.name("old").value();
    transaction.begin();
    try {
      bench.number("select audit_event_forget(interval '5000 days', 10)");
      event(old, "3000 days");
      assertThatThrownBy(() -> bench.update("delete from audit_event where target = ?", old))
          .hasMessageContaining("the audit trail is never changed");
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void idempotencyKey_olderThanADay_goesByThePurge() {
    String old = bench.name("old").value();
    String young = bench.name("young").value();
    key(old, "25 hours");
    key(young, "23 hours");

    keyPurge.purge();

    assertThat(keys(old)).isZero();
    assertThat(keys(young)).isEqualTo(1);
  }

  @Test
  void idempotencyKey_answerWithoutABody_isRefused() {
    String half = bench.name("half").value();
    key(half, "1 second");
    assertThatThrownBy(
            () ->
                bench.update(
                    "update idempotency_key set state = 'ANSWERED', status = 201 where key = ?",
                    half))
        .hasMessageContaining("idempotency_key_answered");
  }

  private void key(String key, String age) {
    bench.update(
        "insert into idempotency_key (issuer, subject, key, claim, request, claimed_at)"
            + " values ('it', 'it', ?, gen_random_uuid(), '', clock_timestamp() - cast(? as interval))",
        key,
        age);
  }

  private long keys(String key) {
    return bench.number("select count(*) from idempotency_key where key = '" + key + "'");
  }

  private void event(String target, String age) {
    bench.update(
        "insert into audit_event (at, actor, subject, origin, action, target, detail)"
            + " values (clock_timestamp() - cast(? as interval), 'it', 'it', '', 'it', ?, '')",
        age,
        target);
  }

  private long events(String condition) {
    return bench.number("select count(*) from audit_event where " + condition);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    Throwable refusal = catchThrowable(call);
    assertThat(refusal).as("nothing was refused").isNotNull();
    assertThat(Errors.view(refusal).code()).as(refusal.toString()).isEqualTo(code);
  }
}
