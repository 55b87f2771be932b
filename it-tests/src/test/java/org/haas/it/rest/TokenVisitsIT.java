package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.it.console.Reader;
import org.haas.it.console.Terminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What API tokens open and hold open: consoles and event streams. */
class TokenVisitsIT {
  private static Site site;

  @BeforeAll
  static void begin() {
    site = new Site();
  }

  @AfterAll
  static void end() throws IOException {
    site.close();
  }

  private static void join(String user, String project, String role) {
    String path = "v1/projects/%s/members/%s".formatted(project, user);
    site.admin.put(path, "{\"role\":\"%s\"}".formatted(role)).isDone();
  }

  @Test
  void console_byAToken_endsWhenItIsRevoked() {
    String console = "v1/nodes/%s/console".formatted(site.heldMachine().node());
    for (Api owner : List.of(site.member, site.admin)) {
      MadeToken token =
          MadeToken.of(
              site, owner, owner == site.admin ? "\"admin\":true" : MadeToken.in(site.project));
      try (Terminal terminal = Terminal.of(token.api(), console);
          Reader reader = Reader.of(token.api(), console)) {
        terminal.hears("connected");
        owner.delete(token.path()).is(204);
        long revoked = System.nanoTime();
        terminal.ends();
        reader.ends();
        assertThat(Duration.ofNanos(System.nanoTime() - revoked))
            .isLessThan(Duration.ofSeconds(10));
      }
    }
  }

  @Test
  void console_byATokenThatOnlyReads_showsAndTakesNoKeys() {
    String console = "v1/nodes/%s/console".formatted(site.heldMachine().node());
    MadeToken token = MadeToken.of(site, site.member, "\"readOnly\":true");
    try (Reader reader = Reader.of(token.api(), console)) {
      reader.reads("The console is connected.");
    }
    assertThatThrownBy(() -> Terminal.of(token.api(), console))
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void events_byAToken_areItsProjectsAndEndWhenItIsRevoked() throws InterruptedException {
    String user = site.freshMember();
    join(user, site.otherProject, "MEMBER");
    for (String path : List.of("v1/events", "v1/projects/%s/events".formatted(site.otherProject))) {
      MadeToken token = MadeToken.of(site, site.login(user), MadeToken.in(site.otherProject));
      try (Listener listener = new Listener(token.api(), path)) {
        String here = site.network();
        String there = site.freshName("net");
        String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(there, site.otherProject);
        site.outsider.post("v1/networks", body).is(201);
        listener.hears(line -> line.contains(there));
        assertThat(listener.told()).noneMatch(line -> line.contains(here));
        site.login(user).delete(token.path()).is(204);
        listener.ends();
        site.outsider.delete("v1/networks/" + there).is(204);
      }
    }
  }

  @Test
  void events_byAnAdministratorsToken_endWhenItIsRevoked() throws InterruptedException {
    for (String path : List.of("v1/events", "v1/projects/%s/events".formatted(site.project))) {
      MadeToken token = MadeToken.of(site, site.admin, "\"admin\":true");
      try (Listener listener = new Listener(token.api(), path)) {
        site.admin.delete(token.path()).is(204);
        listener.ends();
      }
    }
  }
}
