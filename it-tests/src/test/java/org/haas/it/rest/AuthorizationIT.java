package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint with every caller. {@link RestartIT} does it again after a restart. */
class AuthorizationIT {
  static Site site;
  private static SiteThings things;

  @BeforeAll
  static void prepare() {
    site = new Site();
    things = new SiteThings(site);
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void table_hasEveryEndpoint() {
    assertThat(EndpointRoleTable.rows().stream().map(Endpoint::name))
        .containsExactlyInAnyOrderElementsOf(Endpoints.all().keySet());
  }

  @TestFactory
  Stream<DynamicTest> endpoint_eachCaller_isAnsweredAsTheTableSays() {
    return EndpointRoleTable.rows().stream()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> check(endpoint)));
  }

  private static void check(Endpoint endpoint) {
    things.renew();
    Map<CallerRole, Integer> answered = new EnumMap<>(CallerRole.class);
    List<Answer> answers = new ArrayList<>();
    for (CallerRole caller : CallerRole.values()) {
      Answer answer = ask(endpoint, caller.in(site));
      answered.put(caller, answer.status());
      answers.add(answer);
      if (answer.status() < 300 && !endpoint.verb().equals("GET")) {
        things.renew();
      }
      if (answer.status() == 401) {
        assertIsRefusal(endpoint, answer);
      }
    }
    assertThat(answered).as("%s", answers).isEqualTo(endpoint.statuses());
  }

  private static Answer ask(Endpoint endpoint, Api caller) {
    String path = things.fill(endpoint.path());
    return caller.send(endpoint.verb(), path, endpoint.body().map(things::fill));
  }

  private static void assertIsRefusal(Endpoint endpoint, Answer answer) {
    if (endpoint.template().startsWith("v0")) {
      assertThat(answer.json().getString("type")).isEqualTo("AuthorizationError");
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
    } else {
      assertThat(answer.json().getString("type")).isEqualTo("/problems/not-authenticated");
      assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"haas\"");
    }
  }

  @Test
  void hidden_thing_isAnsweredAsOneThatIsNot() {
    String hidden = "v1/nodes/" + things.fill("<reservedNode>");
    String missing = "v1/nodes/" + site.freshName("none");
    JsonObject toHidden = site.outsider.get(hidden).is(404).json();
    JsonObject toMissing = site.outsider.get(missing).is(404).json();
    assertThat(withoutName(toHidden, hidden)).isEqualTo(withoutName(toMissing, missing));
  }

  private static JsonObject withoutName(JsonObject problem, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    try (var reader = Json.createReader(new StringReader(problem.toString().replace(name, "X")))) {
      return reader.readObject();
    }
  }

  @Test
  void cookie_isNoLogin() {
    Answer answer =
        Api.anonymous()
            .send("GET", "v1/me", Optional.empty(), "Cookie", "JSESSIONID=1; access_token=x");
    answer.is(401);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void basic_onV1_isNoLogin() {
    Api.authorized(HttpBasic.of("admin")).get("v1/me").is(401);
    Api.authorized(HttpBasic.of("admin")).get("v0/projects").is(200);
  }

  @Test
  void token_changedOrForSomebodyElse_isNoLogin() {
    for (String token : List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")) {
      Api.authorized("Bearer " + token).get("v1/me").is(401);
    }
  }

  @Test
  void answer_hasTheHeadersThatKeepItPrivate() {
    Answer answer = site.member.get("v1/me").is(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Server").orElse("")).doesNotContainPattern("[0-9]");
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @Test
  void server_tellsNoVersion() {
    site.member.get("application.wadl").is(404);
    assertThat(site.member.send("OPTIONS", "v1/nodes", Optional.empty()).body())
        .doesNotContainIgnoringCase("jersey");
  }

  @Test
  void secrets_areInNoAnswer() {
    assertThat(site.admin.get("v1/switches/" + site.switchName).is(200).body())
        .doesNotContain("open sesame");
  }
}
