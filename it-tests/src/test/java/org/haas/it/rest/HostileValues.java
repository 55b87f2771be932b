package org.haas.it.rest;

import java.util.List;

/** What a request may carry that nobody means well. */
final class HostileValues {
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "99999999999999999999",
          "1e400",
          "NaN",
          "true",
          "null",
          "[]",
          "{}",
          "x".repeat(3000),
          "a\u0000b",
          "\u0001\u001b[2J",
          "n\u00f6de-\u6d4b\u8bd5-\ud83d\ude00",
          "\ud83d",
          "\u202egpj.exe",
          "\ufeffx",
          "../../../etc/passwd",
          "a/b",
          "%2F%2e%2e",
          "a\r\nSet-Cookie: x=1",
          "x'; drop table node; --",
          "' or '1'='1",
          "$(reboot);`reboot`|reboot",
          "<script>alert(1)</script>",
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "${jndi:ldap://127.0.0.1:9/a}",
          "#{7*7}",
          "%s%n%d{0}",
          "00000000-0000-0000-0000-000000000000",
          "2026-13-45T99:99:99Z",
          "vlan/4095");

  static final List<String> BODIES =
      List.of(
          "",
          "[]",
          "7",
          "\"x\"",
          "null",
          "{",
          "{}{}",
          "{\"name\"}",
          "{\"name\":\"a\",\"name\":\"b\"}",
          "{\"name\":\"\\ud800\"}",
          "{\"__proto__\":{}}",
          "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}",
          "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
          "{\"nics\":[" + "{},".repeat(5000) + "{}]}",
          "{\"name\":" + "9".repeat(5000) + "}",
          "<a/>",
          "name=a&name=b",
          "\u0000\u0001\u0002");

  static final List<String> HEADERS =
      List.of(
          "Idempotency-Key",
          "Content-Type",
          "Accept",
          "Accept-Language",
          "Content-Encoding",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "Range",
          "Origin",
          "Cookie",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-HTTP-Method-Override",
          "Last-Event-ID");

  static final List<String> HEADER_VALUES =
      List.of(
          "",
          "x".repeat(3000),
          "text/html",
          "application/xml",
          "application/json;charset=utf-16",
          "application/json;charset=nonsense",
          "*/*;q=nonsense",
          "gzip",
          "bytes=0-1,5-2",
          "DELETE",
          "a=b; a=c; =; ;",
          "\"'<>;,{}$()",
          "-1",
          "-99999999999999999999");

  private HostileValues() {}
}
