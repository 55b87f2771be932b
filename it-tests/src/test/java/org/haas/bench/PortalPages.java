package org.haas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.it.Running;

/** The portal's table of 10,000 nodes, as a browser asks for its pages. */
final class PortalPages {
  private static final double LONGEST_MILLIS = 200;
  private static final int OK = 200;
  private static final int MOST_STEPS = 12;
  private static final int PAGES = 100;
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Map<String, String>> cookies = new TreeMap<>();
  private final double seconds;

  PortalPages(double seconds) {
    this.seconds = seconds;
  }

  void measure(Report report) throws IOException, InterruptedException {
    login();
    Load.Work paging = new Load.Work(1, i -> paging(new Wire(Running.url())));
    Load.of(paging, seconds);
    Figure figure = Load.of(paging, seconds);
    report.add(
        new Result(
            "portal, a page of 10,000 nodes",
            figure.p50Millis(),
            "ms p50",
            Optional.of(figure),
            Optional.empty(),
            "",
            Optional.empty(),
            "p50 under 200 ms",
            figure.p50Millis() < LONGEST_MILLIS));
  }

  private Load.Client paging(Wire wire) {
    AtomicInteger page = new AtomicInteger();
    Map<String, String> headers = Map.of("Cookie", cookiesOf(Running.url()));
    return Door.client(
        wire,
        () -> {
          String path = "/nodes?sort=name&page=" + (1 + page.getAndIncrement() % PAGES);
          Door.require(wire.send(Wire.request("GET", path, headers, "")), OK);
        });
  }

  /** As a browser does it: to Keycloak, its form, and back. */
  private void login() throws IOException, InterruptedException {
    HttpResponse<String> form = followed(get(Running.url().resolve("/nodes")));
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new IllegalStateException("No form to log in at " + form.uri());
    }
    String fields =
        "username=%s&password=%s".formatted(Seed.PROJECT, encoded(Running.password(Seed.PROJECT)));
    HttpRequest.Builder login =
        HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields));
    HttpResponse<String> page = followed(login);
    boolean isPortal = page.uri().getAuthority().equals(Running.url().getAuthority());
    if (page.statusCode() != OK || !isPortal) {
      throw new IllegalStateException(
          "The login ended at %s with %d.".formatted(page.uri(), page.statusCode()));
    }
  }

  private HttpResponse<String> followed(HttpRequest.Builder first)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = exchange(first);
    for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
      String location = answer.headers().firstValue("Location").orElseThrow();
      answer = exchange(get(answer.uri().resolve(location)));
    }
    return answer;
  }

  private static HttpRequest.Builder get(URI uri) {
    return HttpRequest.newBuilder(uri).GET();
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI uri = request.build().uri();
    String known = cookiesOf(uri);
    if (!known.isEmpty()) {
      request.setHeader("Cookie", known);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.computeIfAbsent(uri.getAuthority(), first -> new TreeMap<>()).put(pair[0], pair[1]);
    }
    return answer;
  }

  private String cookiesOf(URI uri) {
    return cookies.getOrDefault(uri.getAuthority(), Map.of()).entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
