package org.haas.launcher.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.glassfish.grizzly.ThreadCache;
import org.glassfish.grizzly.http.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshRequestsTest {
  private static final String REQUESTS = "org/glassfish/grizzly/http/server/Request";

  private final ClassLoader server = Request.class.getClassLoader();

  @AfterEach
  void forget() {
    System.clearProperty(FreshRequests.PROPERTY);
  }

  private static void loaded(ClassLoader loader, String name) {
    byte[] changed = new FreshRequests().transform(loader, name, null, null, new byte[0]);
    assertThat(changed).isNull();
  }

  @Test
  void transform_requestsClass_makesGrizzlyKeepNoRequest() {
    loaded(server, REQUESTS);

    ThreadCache.CachedTypeIndex<Request> index = ThreadCache.obtainIndex(Request.class, 16);
    Request request = Request.create();
    assertThat(ThreadCache.putToCache(index, request)).isFalse();
    assertThat(Request.create()).isNotSameAs(request);
    assertThat(System.getProperty(FreshRequests.PROPERTY)).isEqualTo("true");
  }

  @Test
  void transform_anotherClass_doesNothing() {
    loaded(server, "org/glassfish/grizzly/http/server/HttpHandler");

    assertThat(System.getProperty(FreshRequests.PROPERTY)).isNull();
  }

  @Test
  void transform_serverWithoutThatCache_saysWhatIsMissing() {
    loaded(ClassLoader.getPlatformClassLoader(), REQUESTS);

    assertThat(System.getProperty(FreshRequests.PROPERTY))
        .contains("ClassNotFoundException")
        .contains("ThreadCache");
  }
}
