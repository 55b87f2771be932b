package org.haas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills a new HaaS by its REST API, as its administrator: a site, and the two projects of the demo
 * users. Everything repeats safely, so a site that was loaded in part is loaded whole.
 */
final class Site {
  private static final List<String> PROJECTS = List.of("physics", "biology");
  private static final String NAME = "Site";

  private final Settings settings;
  private final Login login;
  private final Credentials credentials;

  Site(Settings settings, Login login, Credentials credentials) {
    this.settings = settings;
    this.login = login;
    this.credentials = credentials;
  }

  /**
   * The document of the simulated switches and machines, as they listen in this run.
   *
   * @param password that they are logged in to with
   */
  static String demo(int port, String password) throws IOException {
    try (InputStream file = Site.class.getResourceAsStream("/demo-site.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\"@PORT@\"", Integer.toString(port))
          .replace("@SIM@", Integer.toString(port))
          .replace("@USER@", SimSwitches.USER)
          .replace("@PASSWORD@", password);
    }
  }

  /** The documents of its simulated hypervisors. */
  static List<String> demoHypervisors(int port, String password) {
    return SimSwitches.HYPERVISORS.stream()
        .map(
            name ->
                """
                {"name": "%1$s", "type": "sim", "address": "127.0.0.1:%2$d", "username": "%3$s",
                 "password": "%4$s", "settings": {"hypervisor": "%1$s"}}"""
                    .formatted(name, port, SimSwitches.USER, password))
        .toList();
  }

  /**
   * Loads a site unless the same was loaded before. A hypervisor that has headnodes stays as it is.
   *
   * @param document of its switches and nodes
   * @param hypervisors one document for each
   * @param loaded remembers the last ones
   * @throws Failure with the server's own words when it is refused
   */
  void load(String document, List<String> hypervisors, Path loaded, Progress progress)
      throws IOException, InterruptedException {
    String all = document + String.join("", hypervisors);
    if (Files.exists(loaded) && Files.readString(loaded).equals(all)) {
      return;
    }
    progress.step(NAME, "loading nodes, switches and projects", () -> load(document, hypervisors));
    State.privateFile(loaded, all);
  }

  private void load(String document, List<String> hypervisors)
      throws IOException, InterruptedException {
    String token = token();
    send("POST", "/api/v1/site", token, document, Set.of(200, 201, 204));
    for (String hypervisor : hypervisors) {
      String own = "/api/v1/hypervisors/" + Json.text(hypervisor, "name");
      send("DELETE", own, token, "", Set.of(204, 404, 409));
      send("POST", "/api/v1/hypervisors", token, hypervisor, Set.of(201, 409));
    }
    for (String project : PROJECTS) {
      String body = "{\"name\":\"%s\"}".formatted(project);
      send("POST", "/api/v1/projects", token, body, Set.of(200, 201, 204, 409));
      String member = "/api/v1/projects/%1$s/members/%1$s".formatted(project);
      send("PUT", member, token, "{\"role\":\"MANAGER\"}", Set.of(200, 201, 204));
    }
  }

  private void send(String method, String path, String token, String body, Set<Integer> expected)
      throws IOException, InterruptedException {
    URI url = settings.localUrl().resolve(path);
    HttpResponse<String> answer = Http.json(method, url, token, body);
    if (!expected.contains(answer.statusCode())) {
      throw new Failure(
          "The site was not loaded: %s %s answered %d: %.500s"
              .formatted(method, url, answer.statusCode(), answer.body()));
    }
  }

  private String token() throws IOException, InterruptedException {
    Map<String, String> fields =
        Map.of(
            "grant_type", "password",
            "client_id", "haas-cli",
            "scope", "openid",
            "username", "admin",
            "password", credentials.password("admin"));
    URI tokens = URI.create(login.issuer() + "/protocol/openid-connect/token");
    HttpResponse<String> answer = Http.form(tokens, fields);
    if (answer.statusCode() != 200) {
      throw new Failure(
          "The site was not loaded: %s gave no token for the user admin (%d): %.500s"
              .formatted(tokens, answer.statusCode(), answer.body()));
    }
    return Json.text(answer.body(), "access_token");
  }
}
