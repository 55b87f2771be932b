package org.haas.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static final URI PORTAL = URI.create("http://localhost:8080");

  @Test
  void isOwn_thePortal_isTrue() {
    assertThat(Origin.isOwn("http://localhost:8080", PORTAL)).isTrue();
  }

  @Test
  void isOwn_otherPortSchemeOrNone_isFalse() {
    assertThat(Origin.isOwn("http://localhost:8081", PORTAL)).isFalse();
    assertThat(Origin.isOwn("https://localhost:8080", PORTAL)).isFalse();
    assertThat(Origin.isOwn("null", PORTAL)).isFalse();
    assertThat(Origin.isOwn((String) null, PORTAL)).isFalse();
  }
}
