package org.haas.error;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class ErrorsTest {
  /** Keys for other tables to refer to, and what nobody's request can reach. */
  private static final Set<String> OF_NO_REQUEST =
      Set.of(
          "api_token_digest_unique",
          "nic_with_node_unique",
          "node_with_project_unique",
          "node_metadata_unique",
          "network_vlan",
          "operation_nic",
          "operation_node",
          "operation_port",
          "operation_uuid_unique",
          "change_set_network_port",
          "change_set_port_nic_once",
          "change_set_uuid_unique",
          "change_set_whole",
          "headnode_vm_unique",
          "headnode_with_project_unique",
          "hnic_headnode",
          "idempotency_key_once",
          "operation_headnode",
          "operation_hnic",
          "project_event_position");

  static Set<String> reachable() {
    Set<String> names = new TreeSet<>(Migrations.constraints());
    names.removeAll(OF_NO_REQUEST);
    return names;
  }

  static Set<String> known() {
    return Errors.constraints();
  }

  @ParameterizedTest
  @MethodSource("reachable")
  void view_constraintOfTheSchema_isASentence(String constraint) {
    ErrorView view = Errors.view(new PersistenceException(violation("23505", constraint)));
    assertThat(view.code()).as(constraint).isIn(ErrorCode.DUPLICATE, ErrorCode.BLOCKED);
    assertThat(view.message()).endsWith(".").doesNotContain("_");
    assertThat(view.incident()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("known")
  void constraint_known_isInTheSchema(String constraint) {
    assertThat(Migrations.constraints()).contains(constraint);
  }

  @Test
  void ofNoRequest_eachName_isInTheSchema() {
    assertThat(Migrations.constraints()).containsAll(OF_NO_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001", "55P03"})
  void view_lostRace_isConflict(String state) {
    assertThat(Errors.view(violation(state, null)).code()).isEqualTo(ErrorCode.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P02", "57P03", "53300"})
  void view_noDatabase_isUnavailable(String state) {
    ErrorView view = Errors.view(new PersistenceException(violation(state, null)));
    assertThat(view.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(view.message()).endsWith("try again.");
    assertThat(view.incident()).isEmpty();
  }

  @Test
  void view_poolWithoutConnection_isUnavailable() {
    Throwable cause = new SQLException(new ResourceAllocationException("x"));
    assertThat(Errors.view(new PersistenceException(cause)).code())
        .isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void view_databaseGoneDuringTheCommit_isUnavailable() {
    Throwable commit = new EJBException().initCause(new XAException("I/O error"));
    assertThat(Errors.view(commit).code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void view_optimisticLock_isConflict() {
    assertThat(Errors.view(new EJBException(new OptimisticLockException())).code())
        .isEqualTo(ErrorCode.CONFLICT);
  }

  @Test
  void view_accessRefusedByTheContainer_isForbidden() {
    assertThat(Errors.view(new EJBAccessException("x")).code()).isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void view_refusalDeepInside_isThatRefusal() {
    HaasException refusal = HaasException.badArgument("vlan", "no.");
    ErrorView view = Errors.view(new EJBException(new IllegalStateException(refusal)));
    assertThat(view.code()).isEqualTo(ErrorCode.BAD_ARGUMENT);
    assertThat(view.message()).isEqualTo("vlan: no.");
    assertThat(view.field()).contains("vlan");
  }

  @Test
  void view_anythingElse_tellsOnlyAnIncident() {
    ErrorView view = Errors.view(new IllegalStateException("password is hunter2"));
    assertThat(view.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(view.message()).contains(view.incident().orElseThrow()).doesNotContain("hunter2");
  }

  @Test
  void view_unknownConstraint_tellsOnlyAnIncident() {
    assertThat(Errors.view(violation("23505", "something_new")).incident()).isPresent();
  }

  /** As the database sends it: fields of one letter and a text, each ended by a NUL. */
  private static PSQLException violation(String state, String constraint) {
    String fields = "SERROR\0C" + state + "\0Mrefused\0";
    return new PSQLException(
        new ServerErrorMessage(constraint == null ? fields : fields + "n" + constraint + "\0"));
  }
}
