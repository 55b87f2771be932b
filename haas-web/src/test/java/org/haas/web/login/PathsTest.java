package org.haas.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
  private static final URI PORTAL = URI.create("https://haas.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nodes",
        "/nodes/node-03",
        "/networks?text=a%20b",
        "/nodes?page=2",
        "/topology?view=table",
        "/activity",
        "/projects/physics",
        "/search?q=a",
        "/admin/audit"
      })
  void ownPage_ourPage_isKept(String page) {
    assertThat(Paths.ownPage(page, PORTAL)).isEqualTo(page);
  }

  @Test
  void ownPage_ourPageInFull_isItsPath() {
    assertThat(Paths.ownPage("https://haas.example/nodes/n1?x=1", PORTAL))
        .isEqualTo("/nodes/n1?x=1");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "/",
        "/logout",
        "/live",
        "/nodesX",
        "//evil.example/nodes",
        "https://evil.example/nodes",
        "https://haas.example.evil.example/nodes",
        "https://haas.example@evil.example/nodes",
        "\\\\evil.example/nodes",
        "/nodes\r\nSet-Cookie: a=b",
        "javascript:alert(1)"
      })
  void ownPage_anythingElse_isTheStart(String address) {
    assertThat(Paths.ownPage(address, PORTAL)).isEqualTo(Paths.START);
  }
}
