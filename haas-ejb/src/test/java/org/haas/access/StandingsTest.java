package org.haas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingsTest {
  private static String maySee(String issuer, boolean admin) {
    return Standings.maySee(new Caller(issuer, "s", "name", admin), "n.project_id").toString();
  }

  @Test
  void maySee_person_isAskedForHisProjectsUnlessAnAdministrator() {
    assertThat(maySee("https://login", false)).startsWith("( n.project_id in (");
    assertThat(maySee("https://login", true)).startsWith("( true or n.project_id in (");
  }

  @Test
  void maySee_administratorsToken_isNotTakenAtItsWord() {
    assertThat(maySee(Caller.TOKEN, true)).contains("api_token").doesNotContain("true");
  }

  @Test
  void isToken_anyOtherIssuer_isNone() {
    assertThat(new Caller(Caller.TOKEN, "s", "name", false).isToken()).isTrue();
    assertThat(new Caller("https://haas:token", "s", "name", false).isToken()).isFalse();
  }
}
