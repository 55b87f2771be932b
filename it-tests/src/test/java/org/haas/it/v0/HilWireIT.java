package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HIL's rules for every request: login, JSON whatever its type, arguments, methods, paths. */
class HilWireIT {
  private final HilClient admin = HilClient.of("admin");
  private final HilClient physics = HilClient.of("physics");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nodes/free",
        "/projects",
        "/node/x",
        "/networks",
        "/network/x",
        "/switches",
        "/switch/x/port/gi1/0/1",
        "/networking_action/x",
        "/auth/basic/users",
        "/headnode_images/",
        "/active_extensions"
      })
  void anyRoute_withoutLogin_is401(String path) {
    HilClient.anonymous().get(path).isRefused(401, "AuthorizationError");
  }

  @Test
  void login_wrongPasswordAndUnknownUser_areToldTheSame() {
    HilAnswer wrong = HilClient.of("physics", "wrong").get("/nodes/free");
    wrong.isRefused(401, "AuthorizationError");
    HilClient.of("hil-nobody", "wrong").get("/nodes/free").is(401, wrong.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/octet-stream",
        "multipart/form-data"
      })
  void body_ofAnyContentType_isReadAsJson(String contentType) {
    admin
        .send("POST", "/project/hil-none/connect_node", "{'node':'x'}", Optional.of(contentType))
        .isRefused(404, "NotFoundError");
    admin
        .send("POST", "/project/hil-none/connect_node", "{'nod':'x'}", Optional.of(contentType))
        .isRefused(400, "ValidationError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node=x",
        "{'node':'x'",
        "['x']",
        "'x'",
        "null",
        "{}",
        "{'node':'x','more':1}",
        "{'node':'x','project':'physics'}",
        "{'node':1}",
        "{'node':null}",
        "{'node':['x']}",
        "{'node':'x'}{}"
      })
  void arguments_thatDoNotFit_areInvalid(String body) {
    admin.post("/project/physics/connect_node", body).isRefused(400, "ValidationError");
  }

  @Test
  void arguments_whereNoneAreTaken_areInvalid() {
    admin.put("/project/hil-none", "{'a':1}").isRefused(400, "ValidationError");
    admin.post("/switch/hil-none/port/gi1/0/1/revert", "{'a':1}").isRefused(400, "ValidationError");
    admin.post("/switch/hil-none/port/gi1/0/1/revert", "{}").isRefused(404, "NotFoundError");
  }

  /** Payara itself refuses a body that a method has no use for, in words of its own. */
  @Test
  void get_withBody_is400() {
    assertThat(admin.send("GET", "/projects", "{}", Optional.empty()).status()).isEqualTo(400);
    assertThat(admin.send("DELETE", "/node/hil-none", "{'a':1}", Optional.empty()).status())
        .isEqualTo(400);
  }

  @Test
  void get_withStrangeQuery_isInvalid() {
    admin.get("/projects?x=1").isRefused(400, "ValidationError");
    admin.get("/network/x/attachments?project=").isRefused(400, "ValidationError");
    admin.get("/network/hil-none/attachments?project=physics").isRefused(404, "NotFoundError");
  }

  @Test
  void headAndOptions_onAGetRoute_answer() {
    HilAnswer head = physics.send("HEAD", "/nodes/free", "", Optional.empty());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    HilAnswer options = physics.send("OPTIONS", "/nodes/free", "", Optional.empty());
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.allow().orElseThrow()).contains("GET", "HEAD", "OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/projects,GET",
    "GET,/project/x,PUT",
    "GET,/project/x/connect_node,POST",
    "POST,/switch/x/port/gi1/0/1,DELETE",
    "PATCH,/node/x,DELETE"
  })
  void method_thatARouteLacks_is405(String method, String path, String allowed) {
    HilAnswer answer = admin.send(method, path, "", Optional.empty());
    answer.isRefused(405, "ValidationError");
    assertThat(answer.allow().orElseThrow()).contains(allowed);
  }

  @Test
  void path_thatIsNone_is404() {
    admin.get("/nothing").isRefused(404, "NotFoundError");
    admin.get("/node/x/nothing").isRefused(404, "NotFoundError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/node/..%2F..%2Fetc",
        "/node/%00",
        "/node/a%0D%0AX-Evil:%201",
        "/node/%27%20or%201=1",
        "/project/%E2%98%83/nodes",
        "/network/" + "%20",
        "/networking_action/%00",
        "/switch/x%00/port/gi1/0/1"
      })
  void name_thatNothingCanHave_isNotFound(String path) {
    assertThat(admin.get(path).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/project/a%20b",
        "/project/-x",
        "/project/%C3%BC",
        "/switch/hil-none/port/gi1%3B%20reload",
        "/auth/basic/user/a%20b"
      })
  void newThing_withABadName_isRefused(String path) {
    HilAnswer answer =
        admin.put(path, path.startsWith("/auth") ? "{'password':'correct horse'}" : "");
    answer.isRefused(400, "BadArgumentError");
  }
}
