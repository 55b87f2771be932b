package org.haas.it.web;

import java.io.IOException;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page that is told of changes only a while after it was made. */
class LatePageIT {
  /** The page's connection is not made before {@code connectNow()}. */
  private static final String LATE =
      """
      const Real = WebSocket;
      window.WebSocket = function (url) {
        const late = { send() {}, close() {} };
        window.connectNow = () => {
          const socket = new Real(url);
          ["onopen", "onmessage", "onclose"].forEach(on => socket[on] = event => late[on](event));
          late.send = text => socket.send(text);
          late.close = () => socket.close();
        };
        return late;
      };
      """;

  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void begin() {
    site = new Site();
    browser = new Browser();
  }

  @AfterAll
  static void end() throws IOException {
    browser.close();
    site.close();
  }

  @Test
  void change_betweenThePageAndItsConnection_isSeen() {
    String node = site.bareNode();
    String member = site.member.get("v1/me").is(200).json().getString("username");
    try (Visitor visitor = browser.visitor()) {
      visitor.page().addInitScript(LATE);
      visitor.login("/nodes/" + node, member, Site.PASSWORD);
      visitor.sees(visitor.button("Reserve for " + site.project));
      site.member
          .put(
              "v1/nodes/%s/reservation".formatted(node),
              "{\"project\":\"%s\"}".formatted(site.project))
          .is(200);
      visitor.page().evaluate("connectNow()");
      visitor.sees(visitor.button("Release…"));
    }
  }
}
