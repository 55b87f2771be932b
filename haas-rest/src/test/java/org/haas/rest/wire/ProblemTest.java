package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.util.Optional;
import org.haas.document.InvalidRequest;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void problem_refusal_isAsRfc9457Has() {
    Problem problem = Problem.of(HaasException.notFound("node", "node-1"));
    assertThat(problem.problem("/api/v1/nodes/node-1").toString())
        .isEqualTo(
            "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
                + "\"detail\":\"There is no node node-1.\",\"instance\":\"/api/v1/nodes/node-1\"}");
  }

  @Test
  void hil_refusal_isAsHilHas() {
    Problem problem = Problem.of(HaasException.forbidden("No."));
    assertThat(problem.hilStatus()).isEqualTo(401);
    assertThat(problem.hil().toString())
        .isEqualTo("{\"type\":\"AuthorizationError\",\"msg\":\"No.\"}");
  }

  @Test
  void of_refusalWrappedByTheContainer_isTheRefusal() {
    Problem problem =
        Problem.of(new EJBException(new IllegalStateException(HaasException.blocked("Wait."))));
    assertThat(problem.slug()).isEqualTo(ErrorCode.BLOCKED.slug());
  }

  @Test
  void of_unknownFailure_tellsNothingButTheIncident() {
    Problem problem = Problem.of(new IllegalStateException("secret detail"));
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).doesNotContain("secret").contains(problem.incident().orElse("?"));
    assertThat(problem.problem("/x").getString("instance")).startsWith("urn:uuid:");
  }

  @Test
  void of_wrongField_namesItInV1AndIsHilsValidationError() {
    Problem problem = Problem.of(InvalidRequest.field("mac", "no MAC address."));
    assertThat(problem.field()).isEqualTo(Optional.of("mac"));
    assertThat(problem.problem("/x").getString("type")).isEqualTo("/problems/bad-argument");
    assertThat(problem.hilType()).isEqualTo("ValidationError");
  }

  @Test
  void field_nameOfTheCallersOwn_isShownShortAndPrintable() {
    InvalidRequest refusal = InvalidRequest.field("\r\n" + "x".repeat(500), "no such field.");
    assertThat(refusal.field().orElse("")).startsWith("??x").endsWith("...").hasSize(63);
  }
}
