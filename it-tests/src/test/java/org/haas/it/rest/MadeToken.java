package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/**
 * An API token that was just made.
 *
 * @param api who shows it
 */
record MadeToken(String name, String id, String secret, Api api) {
  /** Where tokens are. */
  static final String ALL = "v1/tokens";

  /** A token of that person, with these fields besides its name. */
  static MadeToken of(Site site, Api owner, String fields) {
    String name = site.freshName("token");
    JsonObject answer = ask(owner, name, fields).is(201).json();
    String secret = answer.getString("token");
    return new MadeToken(name, answer.getString("id"), secret, Api.authorized("Bearer " + secret));
  }

  /** Asks for one. */
  static Answer ask(Api owner, String name, String fields) {
    String rest = fields.isEmpty() ? "" : "," + fields;
    return owner.post(ALL, "{\"name\":\"%s\"%s}".formatted(name, rest));
  }

  /** The field of one that is for that project. */
  static String in(String project) {
    return "\"projects\":[\"%s\"]".formatted(project);
  }

  /** All that he has. */
  static List<JsonObject> list(Api owner) {
    return owner.get(ALL).is(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** What its owner is shown of it. */
  static JsonObject shown(Api owner, String name) {
    return list(owner).stream()
        .filter(token -> token.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The answer refuses the login with a sentence that has these words. */
  static void isRefused(Answer answer, String words) {
    assertThat(answer.is(401).json().getString("detail")).contains(words).endsWith(".");
  }

  /** Where it is. */
  String path() {
    return ALL + "/" + name;
  }
}
