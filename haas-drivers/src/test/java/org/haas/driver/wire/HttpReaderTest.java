package org.haas.driver.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReaderTest {
  @Test
  void whole_twoAnswersOnOneConnection_areReadOneByOne() throws IOException {
    HttpReader reader =
        reader(
            String.join(
                "\r\n",
                "HTTP/1.1 100 Continue\r\n",
                "HTTP/1.1 200 OK",
                "Content-Length: 3",
                "ETag:  \"a:b\" \r\n",
                "abcHTTP/1.1 202",
                "Transfer-Encoding: chunked\r\n",
                "2;x=y\r\nde\r\n1\r\nf\r\n0",
                "Trailer: x\r\n",
                "HTTP/1.0 204 No\r\n",
                "HTTP/1.1 200 OK\r\n",
                "to the end"));

    HttpAnswer first = reader.whole();
    assertThat(first.body()).isEqualTo("abc");
    assertThat(first.header("etag")).hasValue("\"a:b\"");
    assertThat(reader.endsConnection()).isFalse();
    assertThat(reader.whole().body()).isEqualTo("def");
    assertThat(reader.whole().status()).isEqualTo(204);
    assertThat(reader.endsConnection()).isFalse();
    assertThat(reader.whole().body()).isEqualTo("to the end");
    assertThat(reader.endsConnection()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-x\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nnothing\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void whole_somethingElse_isRefused(String text) {
    assertThatIOException().isThrownBy(() -> reader(text).whole());
  }

  @Test
  void whole_withoutEnd_isRefused() {
    String header = "HTTP/1.1 200 OK\r\n";
    assertThatIOException().isThrownBy(() -> reader(header + "a".repeat(20_000)).whole());
    assertThatIOException().isThrownBy(() -> reader(header + "a: b\r\n".repeat(1000)).whole());
    assertThatIOException().isThrownBy(() -> reader(header + "\r\n" + "a".repeat(5 << 20)).whole());
  }

  @Test
  void path_ofALink_isOnlyForTheSameServer() {
    HttpPeer peer = new HttpPeer("https://10.0.0.7:8443", Optional.empty());

    assertThat(peer.path("/redfish/v1/x?a=b")).hasValue("/redfish/v1/x?a=b");
    assertThat(peer.path("https://10.0.0.7:8443/y")).hasValue("/y");
    for (String foreign :
        new String[] {
          "https://10.0.0.8:8443/y",
          "http://10.0.0.7:8443/y",
          "//evil/y",
          "https://10.0.0.7/y",
          "https://a@10.0.0.7:8443/y",
          "x:y z"
        }) {
      assertThat(peer.path(foreign)).as(foreign).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.7",
        "ftp://a",
        "https://",
        "https://u:p@a",
        "https://a?b",
        "https://a#b",
        "https://a b",
        "https://a:99999"
      })
  void checked_noUrlOfAController_isRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpPeer.checked(address))
        .withMessageContaining("https://10.0.0.7");
  }

  @Test
  void hostPort_allForms_areRead() {
    assertThat(HostPort.parse("bmc7", 623)).isEqualTo(new HostPort("bmc7", 623));
    assertThat(HostPort.parse("10.0.0.7:7", 623)).isEqualTo(new HostPort("10.0.0.7", 7));
    assertThat(HostPort.parse("[fe80::1]:7", 623)).isEqualTo(new HostPort("fe80::1", 7));
    assertThat(HostPort.parse("fe80::1", 623)).isEqualTo(new HostPort("fe80::1", 623));
    for (String wrong :
        new String[] {"", "-x", "a b", "a:0", "a:70000", "a:b", "http://a", "a/b"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> HostPort.parse(wrong, 623));
    }
  }

  private static HttpReader reader(String text) {
    return new HttpReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
