package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Login;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each request of the table with one thing wrong, by an administrator: nothing else refuses it.
 * Never a 5xx; a refusal of the request is a sentence that names the field.
 */
class BadInputIT {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");
  private static final int NOT_IMPLEMENTED = 501;

  /** What may be any text, since it is only kept, or handed to the login. */
  private static final Set<String> FREE =
      Set.of("password", "admin_token", "value", "rack", "text", "q");

  private static Site site;
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

  private static Stream<Endpoint> served() {
    return EndpointRoleTable.rows().stream()
        .filter(endpoint -> endpoint.expected(CallerRole.ADMIN) != NOT_IMPLEMENTED);
  }

  @TestFactory
  Stream<DynamicTest> body_oneFieldWrong_isRefusedByName() {
    return served()
        .filter(endpoint -> endpoint.body().isPresent())
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> checkBody(endpoint)));
  }

  private static void checkBody(Endpoint endpoint) {
    List<String> wrong = new ArrayList<>();
    for (String pointer : JsonFields.pointers(template(endpoint))) {
      BadValues.values()
          .forEach(
              (what, value) -> {
                String body = JsonFields.with(template(endpoint), pointer, value);
                judge(send(endpoint, body), pointer, what).ifPresent(wrong::add);
              });
      String body = JsonFields.without(template(endpoint), pointer);
      judge(send(endpoint, body), pointer, "missing").ifPresent(wrong::add);
    }
    send(endpoint, JsonFields.with(template(endpoint), "/strange", JsonValue.TRUE)).is(400);
    assertThat(wrong).isEmpty();
  }

  /** The body that can succeed. */
  private static JsonObject template(Endpoint endpoint) {
    return JsonFields.parse(things.fill(endpoint.body().orElseThrow()));
  }

  private static Answer send(Endpoint endpoint, String body) {
    Answer answer =
        site.admin.send(endpoint.verb(), things.fill(endpoint.path()), Optional.of(body));
    if (answer.status() < 300) {
      things.renew();
    }
    return answer;
  }

  /** What is wrong with the answer, if anything. */
  private static Optional<String> judge(Answer answer, String pointer, String what) {
    String field = pointer.replaceFirst(".*/(?=[^/]*[^/0-9])", "").replaceFirst("/.*", "");
    boolean fails = answer.status() >= 500;
    boolean silent = answer.status() == 400 && !sentence(answer).matches(".*\\b" + field + "\\b.*");
    boolean credulous =
        answer.status() < 300 && BadValues.hostile().contains(what) && !FREE.contains(field);
    return fails || silent || credulous
        ? Optional.of("%s of %s: %s".formatted(what, pointer, answer))
        : Optional.empty();
  }

  private static String sentence(Answer answer) {
    JsonObject refusal = answer.json();
    return refusal.getString("detail", "") + refusal.getString("msg", "");
  }

  /**
   * The container resolves a traversal before the API sees it; it may end at the portal's login.
   * And HIL's list of nodes takes any word.
   */
  @TestFactory
  Stream<DynamicTest> path_oneNameWrong_isRefused() {
    return served()
        .filter(endpoint -> endpoint.template().contains("{"))
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> checkPath(endpoint)));
  }

  private static void checkPath(Endpoint endpoint) {
    List<String> wrong = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(endpoint.template());
    while (parameter.find()) {
      String field = parameter.group(1);
      for (Map.Entry<String, String> bad : BadValues.texts().entrySet()) {
        String path =
            endpoint
                .template()
                .replace("{" + field + "}", encoded(bad.getValue()))
                .replaceAll("\\{[a-z_]+}", "x1");
        Answer answer = site.admin.send(endpoint.verb(), path, endpoint.body().map(things::fill));
        boolean accepted = answer.status() < 300 && !endpoint.verb().equals("GET");
        if (accepted || answer.status() >= 500) {
          wrong.add("%s %s: %s".formatted(bad.getKey(), field, answer));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> query_oneParameterWrong_isRefusedByName() {
    Map<String, Set<String>> queries = Endpoints.all();
    return served()
        .filter(endpoint -> endpoint.verb().equals("GET"))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.name(), () -> checkQuery(endpoint, queries.get(endpoint.name()))));
  }

  private static void checkQuery(Endpoint endpoint, Set<String> names) {
    List<String> wrong = new ArrayList<>();
    String path = things.fill(endpoint.path()).replaceFirst("\\?.*", "");
    for (String name : names) {
      BadValues.texts()
          .forEach(
              (what, value) -> {
                Answer answer = site.admin.get(path + "?" + name + "=" + encoded(value));
                judge(answer, "/" + name, what).ifPresent(wrong::add);
              });
    }
    Answer unknown = site.admin.get(path + "?strange=1");
    judge(unknown.is(400), "/strange", "unknown").ifPresent(wrong::add);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "\"x\"",
        "{",
        "{}{}",
        "nonsense",
        "{\"name\":\"a\",\"name\":\"b\"}"
      })
  void body_noJsonObject_isRefused(String body) {
    Answer answer = site.admin.post("v1/projects", body).is(400);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1/projects", "v1/site", "v0/project/x/connect_node"})
  void body_deepOrHuge_isRefused(String path) {
    site.admin.post(path, "{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}").is(400);
    site.admin.post(path, "{\"a\":\"" + "x".repeat(17 << 20) + "\"}").is(413);
  }

  /** The container would repeat that, and a client that believes it reads nonsense. */
  @ParameterizedTest
  @ValueSource(strings = {"charset=utf-16", "charset=nonsense", "x=y"})
  void accept_withAParameter_isAnsweredByWhatIsTrue(String parameter) {
    Answer answer =
        site.admin.send(
            "GET", "v1/me", Optional.empty(), "Accept", "application/json;" + parameter);
    assertThat(answer.is(200).header("Content-Type")).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Accept-Language"})
  void header_thatCannotBeRead_isRefusedByASentence(String name) {
    Answer answer =
        site.admin.send("PUT", "v1/nodes/x1/reservation", Optional.of("{}"), name, "a=b; a=c;;q=x");
    assertThat(answer.is(400).json().getString("detail")).contains("The header " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "json", "a=b; a=c", "*/*;q=nonsense", "application/*", "text/html"})
  void contentType_thatIsNotJson_isRefusedByASentence(String type) {
    Answer answer =
        site.admin.send("PUT", "v1/nodes/x1/reservation", Optional.of("{}"), "Content-Type", type);
    assertThat(answer.is(415).json().getString("detail")).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void body_ofWhatTakesNone_isRefusedByASentence(String verb) {
    Answer answer = site.admin.send(verb, "v1/nodes/x1", Optional.of("{}"));
    assertThat(answer.is(400).json().getString("detail")).contains("takes no body");
  }

  /** Java's client wants HTTP/2 and says so in its first request, which nobody has to grant. */
  @ParameterizedTest
  @ValueSource(strings = {"v1/projects", "v0/project/x/connect_node"})
  void body_ofWhoAsksForAnUpgrade_isReadToItsEndAndNoFurther(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Running.url() + "/api/" + path))
            .version(HttpClient.Version.HTTP_2)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + admin())
            .POST(BodyPublishers.ofString("{\"strange\":true}"))
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  private static String admin() {
    return new Login("admin", Running.password("admin")).token();
  }

  /** The container answers these itself, some by an empty 200. */
  @ParameterizedTest
  @ValueSource(
      strings = {"v1/nodes/%zz", "v1/nodes/%00", "v1/nodes/%c0%ae%c0%ae", "v1/nodes/..%2f"})
  void path_badEscape_isAnsweredWithoutData(String path) {
    Answer answer = RawHttp.get("/api/" + path);
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("items");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
