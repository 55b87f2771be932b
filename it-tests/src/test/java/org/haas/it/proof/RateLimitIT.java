package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second instance that allows little. */
class RateLimitIT {
  private static final int REQUESTS = 50;
  private static final int LOGINS = 5;
  private static final String ME = "v1/me";
  private static final String POLICY = "\"requests\";q=50;w=10";

  private static Site site;
  private static SecondInstance second;

  @BeforeAll
  static void begin() {
    site = new Site();
    second =
        new SecondInstance(
            Map.of(
                "HAAS_RATE_REQUESTS",
                Integer.toString(REQUESTS),
                "HAAS_RATE_LOGINS",
                Integer.toString(LOGINS)));
    second.start();
  }

  @AfterAll
  static void end() throws IOException {
    second.close();
    site.close();
  }

  private static Api strict(Api caller) {
    return caller.at(second.url());
  }

  private static List<Answer> until429(Api caller) {
    List<Answer> answers = new ArrayList<>();
    do {
      answers.add(caller.get(ME));
    } while (answers.get(answers.size() - 1).status() != 429 && answers.size() < 10 * REQUESTS);
    return answers;
  }

  @Test
  void request_moreThanAllowed_isRefusedUntilItIsTime() {
    long began = System.nanoTime();
    List<Answer> answers = until429(strict(site.member));
    long more = 1 + Duration.ofNanos(System.nanoTime() - began).toMillis() * REQUESTS / 10_000;

    Answer refused = answers.remove(answers.size() - 1);
    assertThat(answers).hasSizeBetween(REQUESTS, REQUESTS + (int) more);
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.get(0).header("RateLimit-Policy")).contains(POLICY);
    assertThat(answers.get(0).header("RateLimit")).contains("\"requests\";r=49;t=1");
    assertThat(answers.get(0).header("Retry-After")).isEmpty();
    assertThat(refused.is(429).json().getString("type")).isEqualTo("/problems/too-many-requests");
    assertThat(refused.json().getString("detail"))
        .isEqualTo("This is more than 50 requests in 10 s; ask again in 1 s.");
    assertThat(refused.header("Retry-After")).contains("1");
    assertThat(refused.header("RateLimit-Policy")).contains(POLICY);
    assertThat(refused.header("RateLimit")).contains("\"requests\";r=0;t=10");

    Answer other = strict(site.manager).get(ME).is(200);
    assertThat(other.header("RateLimit")).contains("\"requests\";r=49;t=1");
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    strict(site.member).get(ME).is(200);
  }

  @Test
  void change_moreThanAllowed_isNotDone() {
    Api outsider = strict(site.outsider);
    until429(outsider);
    String name = site.freshName("network");
    String network = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, site.otherProject);
    Answer answer = outsider.post("v1/networks", network);
    for (int i = 0; i < 5 && answer.status() != 429; i++) { // one had come back
      site.outsider.delete("v1/networks/" + name).is(204);
      answer = outsider.post("v1/networks", network);
    }
    answer.is(429);
    site.outsider.get("v1/networks/" + name).is(404);
  }

  /** By the names of nobody, so that Keycloak locks none. */
  @Test
  void login_failedTooOften_isNotTriedAnyMore() {
    Api physics = strict(basic("physics", Running.password("physics")));
    physics.get("v0/networks").is(200); // remembered from here on
    Answer refused = guess();
    int tried = 0;
    while (refused.status() == 401 && tried <= LOGINS) { // who started the server tried, too
      tried++;
      refused = guess();
    }
    assertThat(tried).isBetween(1, LOGINS);
    refused.is(429);

    assertThat(refused.json().getString("type")).isEqualTo("BlockedError");
    assertThat(refused.json().getString("msg")).contains("5 failed logins in 60 s");
    assertThat(refused.header("RateLimit-Policy")).contains("\"failed-logins\";q=5;w=60");
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 12);
    String right = Running.password("biology");
    strict(basic("biology", right)).get("v0/networks").is(429); // right, but nobody tells
    strict(Api.authorized("Bearer haas_nonsense")).get(ME).is(429);
    strict(Api.anonymous()).get(ME).is(429);
    physics.get("v0/networks").is(200);
    strict(site.admin).get(ME).is(200);
  }

  private static Answer guess() {
    return strict(basic(site.freshName("nobody"), "guess")).get("v0/networks");
  }

  private static Api basic(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Api.authorized("Basic " + Base64.getEncoder().encodeToString(both));
  }

  @Test
  void description_withoutALogin_isCountedByAddress() {
    Answer first = strict(Api.anonymous()).get("v1/openapi.json").is(200);
    assertThat(first.header("RateLimit-Policy")).contains(POLICY);
    int status = 200;
    for (int i = 0; i < 10 * REQUESTS && status == 200; i++) {
      status = strict(Api.anonymous()).get("v1/openapi.json").status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void portal_anyNumberOfPages_hasNoLimit() throws IOException, InterruptedException {
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(second.url() + "/.well-known/oauth-protected-resource"))
            .build();
    HttpClient browser = HttpClient.newHttpClient();
    for (int i = 0; i < 3 * REQUESTS; i++) {
      HttpResponse<Void> page = browser.send(login, HttpResponse.BodyHandlers.discarding());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("RateLimit")).isEqualTo(Optional.empty());
    }
  }
}
