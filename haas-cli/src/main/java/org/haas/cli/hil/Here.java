package org.haas.cli.hil;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Api;

/** HaaS: what it has, and how it is asked for more. Tells the report of each thing. */
final class Here {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  private final Api api;
  private final Report report;
  private final boolean dryRun;
  private final Map<String, Map<String, JsonObject>> known = new LinkedHashMap<>();

  /** With what is to be told. */
  Here(Api api, Report report, boolean dryRun) {
    this.api = api;
    this.report = report;
    this.dryRun = dryRun;
  }

  Api api() {
    return api;
  }

  Report report() {
    return report;
  }

  boolean isDryRun() {
    return dryRun;
  }

  /** All things of a list by name, as they were when it was first asked for. */
  Map<String, JsonObject> all(String list) {
    return known.computeIfAbsent(
        list,
        path -> {
          Map<String, JsonObject> things = new LinkedHashMap<>();
          String field = path.startsWith("v1/users") ? "username" : "name";
          api.all(path).forEach(thing -> things.put(thing.getString(field), thing));
          return things;
        });
  }

  Optional<JsonObject> find(String list, String name) {
    return Optional.ofNullable(all(list).get(name));
  }

  /** Whether HaaS takes that name; if not, the report says so. */
  boolean isName(String kind, String name) {
    if (name.matches(NAME)) {
      return true;
    }
    report.add(
        kind,
        name,
        Result.REFUSED,
        "A name here is 1 to 63 letters, digits, dots, underscores and dashes; rename it in HIL.");
    return false;
  }

  /**
   * Has something made, unless nothing is to be changed.
   *
   * @return whether it is there now, or would be
   */
  boolean make(String kind, String name, String detail, Request request) {
    try {
      if (!dryRun) {
        api.send(request.method(), request.path(), Optional.of(request.body()));
      }
      report.add(kind, name, Result.MADE, detail);
      return true;
    } catch (Failure failure) {
      report.add(kind, name, Result.REFUSED, refusal(failure));
      return false;
    }
  }

  /** What HaaS said; what is no refusal ends the import. */
  static String refusal(Failure failure) {
    if (failure.code() != ExitCode.REFUSED) {
      throw failure;
    }
    return failure.getMessage();
  }

  /** A request that makes something. */
  record Request(String method, String path, JsonObject body) {
    static Request post(String path, JsonObject body) {
      return new Request("POST", path, body);
    }
  }

  /** The texts of a list in it. */
  static Set<String> texts(JsonObject thing, String field) {
    Set<String> texts = new HashSet<>();
    JsonText.list(thing, field)
        .getValuesAs(JsonString.class)
        .forEach(text -> texts.add(text.getString()));
    return texts;
  }
}
