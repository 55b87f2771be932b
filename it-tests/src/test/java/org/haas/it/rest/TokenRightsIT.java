package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an API token may: what it is for, and no more than its owner may at that moment. */
class TokenRightsIT {
  private static final String ME = "v1/me";

  private static Site site;

  @BeforeAll
  static void begin() {
    site = new Site();
  }

  @AfterAll
  static void end() throws IOException {
    site.close();
  }

  @Test
  void token_readOnly_changesNothing() {
    MadeToken token = MadeToken.of(site, site.manager, "\"readOnly\":true");
    String node = site.heldNode();
    token.api().get("v1/nodes/" + node).is(200);
    token.api().send("HEAD", "v1/nodes/" + node, Optional.empty()).is(200);
    token.api().get("v0/networks").is(200);
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW")) {
      Optional<String> body = Optional.of("{}").filter(some -> !method.equals("DELETE"));
      Answer answer = token.api().send(method, "v1/nodes/%s/reservation".formatted(node), body);
      assertThat(answer.is(403).json().getString("detail")).contains("only reads");
    }
    token.api().send("DELETE", "v0/project/" + site.project, Optional.empty()).is(401);
    token.api().send("POST", ME, Optional.of("{}"), "X-HTTP-Method-Override", "GET").is(403);
    assertThat(MadeToken.shown(site.manager, token.name()).getBoolean("readOnly")).isTrue();
  }

  @Test
  void token_ofSomeProjects_seesAndChangesThoseOnly() {
    String user = site.freshMember();
    Api owner = site.login(user);
    join(user, site.otherProject, "MANAGER");
    String here = site.heldNode();
    String there = site.heldNode(site.otherProject);
    String free = site.bareNode();
    String network = site.network();
    MadeToken token = MadeToken.of(site, owner, MadeToken.in(site.otherProject));
    Api api = token.api();

    assertThat(api.get("v1/nodes/" + there).is(200).body()).contains(site.otherProject);
    for (String hidden :
        List.of(
            "v1/nodes/" + here,
            "v1/networks/" + network,
            "v1/projects/" + site.project,
            "v1/projects/%s/members".formatted(site.project),
            "v1/projects/%s/events".formatted(site.project))) {
      owner.get(hidden.replace("/events", "")).is(200);
      api.get(hidden).is(404);
    }
    reserve(api, free, site.project, 404);
    reserve(api, free, site.otherProject, 200);
    api.post("v1/networks", "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted("x", site.project))
        .is(404);
    for (String list :
        List.of(
            ME,
            "v1/projects",
            "v1/nodes?limit=1000",
            "v1/networks?limit=1000",
            "v1/operations?limit=1000",
            "v0/networks",
            "v1/search?text=" + site.project.substring(2),
            "v1/topology")) {
      assertThat(api.get(list).body()).as(list).doesNotContain(site.project, here, network);
    }
    assertThat(api.get("v1/projects/" + site.otherProject).is(200).body()).contains("MANAGER");
    assertThat(MadeToken.shown(owner, token.name()).getJsonArray("projects").toString())
        .isEqualTo("[\"%s\"]".formatted(site.otherProject));
    site.admin.delete("v1/nodes/%s/reservation".formatted(free)).isDone();
  }

  private static void reserve(Api caller, String node, String project, int status) {
    String path = "v1/nodes/%s/reservation".formatted(node);
    caller.put(path, "{\"project\":\"%s\"}".formatted(project)).is(status);
  }

  private static void join(String user, String project, String role) {
    String path = "v1/projects/%s/members/%s".formatted(project, user);
    site.admin.put(path, "{\"role\":\"%s\"}".formatted(role)).isDone();
  }

  private static void leave(String user, String project) {
    site.admin.delete("v1/projects/%s/members/%s".formatted(project, user)).is(204);
  }

  @Test
  void token_whoseLastProjectIsDeleted_isForNone() {
    String user = site.freshMember();
    Api owner = site.login(user);
    String gone = site.freshProject();
    join(user, gone, "MEMBER");
    MadeToken token = MadeToken.of(site, owner, MadeToken.in(gone));
    assertThat(token.api().get("v1/projects").is(200).body()).contains(gone);

    site.admin.delete("v1/projects/" + gone).is(204);

    assertThat(token.api().get("v1/projects").is(200).body()).contains("\"items\":[]");
    assertThat(MadeToken.shown(owner, token.name()).getJsonArray("projects")).isEmpty();
    token.api().get("v1/projects/" + site.project).is(404);
  }

  @Test
  void owner_losesAProject_soDoesTheTokenAtOnce() {
    String user = site.freshMember();
    MadeToken token = MadeToken.of(site, site.login(user), "");
    String node = site.heldNode();
    token.api().get("v1/nodes/" + node).is(200);
    leave(user, site.project);
    token.api().get("v1/nodes/" + node).is(404);
    join(user, site.project, "MANAGER");
    assertThat(token.api().get("v1/projects/" + site.project).is(200).body()).contains("MANAGER");
  }

  @Test
  void owner_isNoAdministratorAnyMore_soTheTokenIsNoneForEver() {
    String user = site.freshUser("boss");
    setAdmin(user, true);
    MadeToken token = MadeToken.of(site, site.login(user), "\"admin\":true");
    token.api().get("v1/users").is(200);
    Answer own = token.api().put("v1/users/%s/admin".formatted(user), "{\"admin\":false}");
    assertThat(own.is(409).json().getString("detail")).contains("your own");
    String node = site.heldNode();

    setAdmin(user, false);

    token.api().get("v1/users").is(403);
    token.api().get("v1/nodes/" + node).is(404);
    setAdmin(user, true);
    token.api().get("v1/users").is(403);
    setAdmin(user, false);
  }

  private static void setAdmin(String user, boolean admin) {
    String path = "v1/users/%s/admin".formatted(user);
    site.admin.put(path, "{\"admin\":%s}".formatted(admin)).is(204);
  }

  @Test
  void owner_isDeleted_soAreHisTokens() {
    String user = site.freshUser("leaver");
    MadeToken token = MadeToken.of(site, site.login(user), "");
    token.api().get(ME).is(200);
    site.admin.delete("v1/users/" + user).is(204);
    MadeToken.isRefused(token.api().get(ME), "no such API token");
  }

  /** Behind the back of HaaS, which learns of it at the token's next use but for a minute. */
  @Test
  void owner_isLockedInTheLogin_soAreHisTokens() {
    String user = site.freshUser("locked");
    MadeToken token = MadeToken.of(site, site.login(user), "");
    new LoginDesk().lock(user);
    MadeToken.isRefused(token.api().get(ME), "may not log in any more");
  }

  @Test
  void owner_isNoAdministratorInTheLogin_soTheTokenIsNone() {
    String user = site.freshUser("boss");
    setAdmin(user, true);
    MadeToken token = MadeToken.of(site, site.login(user), "\"admin\":true");
    new LoginDesk().demote(user);
    token.api().get("v1/users").is(403);
    token.api().get(ME).is(200);
  }

  @Test
  void admin_notAskedFor_isNotTheTokens() {
    MadeToken token = MadeToken.of(site, site.admin, "\"days\":1");
    token.api().get("v1/users").is(403);
    token.api().get("v1/nodes/" + site.heldNode()).is(404);
    site.admin.delete(token.path()).is(204);
  }

  @Test
  void request_byAToken_needsOneStatementMore() {
    site.heldNode();
    MadeToken token = MadeToken.of(site, site.manager, MadeToken.in(site.project));
    try (Statements statements = new Statements()) {
      for (String path :
          List.of(ME, "v1/projects", "v1/nodes?project=" + site.project, "v1/networks")) {
        int person = total(statements, site.manager, path);
        assertThat(person).as(path).isEqualTo(1);
        assertThat(total(statements, token.api(), path)).as(path).isEqualTo(person + 1);
      }
    }
  }

  private static int total(Statements statements, Api caller, String path) {
    return statements.of(() -> caller.get(path).is(200)).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
