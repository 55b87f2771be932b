package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Texts that mean something to a parser, a shell or a file system on their way to a headnode. */
final class Tricks {
  /** What no name is. */
  static final List<String> NAMES =
      List.of(
          "..",
          "../../../etc/cron.d/x",
          "a/../../b",
          "/etc/passwd",
          "-rf",
          "a b",
          "a;reboot",
          "$(reboot)",
          "`reboot`",
          "a|b",
          "a\nb",
          "a\u0000b",
          "a\u001b[2J",
          "a'\"b",
          "a\\b",
          "</name><devices/>",
          "a]]>",
          "&lt;",
          "&xxe;",
          "<!--",
          "!!python/object:os.system",
          "- a",
          "a: b",
          "*a",
          "{a}",
          "%s%n",
          "\u202egnp.a",
          "\u0430dmin",
          "a\u200bb",
          "\ud83d\ude00",
          "a".repeat(64),
          "a".repeat(100_000));

  /** Where a name is only a part of it, and more than that is wrong. */
  private static final List<String> HOST_NAMES = List.of("A", "a.b", "a_b", "a-", "a".repeat(64));

  private static final List<String> USER_DATA =
      List.of(
          "id",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "- a\n- b",
          "%YAML 1.2\n---\n",
          "\ufeff#cloud-config",
          "\u001f\u008b\u0008",
          "\u007fELF",
          "#!/bin/sh\n\u0000",
          "#!/bin/sh\n\u001b[2J\u0007",
          "#" + "x".repeat(32 << 10),
          "#" + "\u00e9".repeat((32 << 10) - 1),
          "#" + "x".repeat(500_000));

  /** What user data may hold: it is its machine's own business. */
  private static final String LEGAL =
      """
      </domain><devices>&lt;]]><!-- --><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>&c;
      a: &a ["x","x"]
      b: &b [*a,*a,*a,*a]
      !!python/object/apply:os.system ["reboot"]
      #include file:///etc/passwd
      {{ 7*7 }} {%% x %%} ${jndi:x} %%s%%n `reboot` $(reboot) '; reboot; "' \\ \\n ../../etc/passwd
      END
      --==boundary==\r
      Content-Type: text/x-shellscript\r
      \u202e\ufffd \u00e9 \ud83d\ude00 cidata ;1
      """
          .formatted();

  private Tricks() {}

  /**
   * One text in one field.
   *
   * @param field of the request; {@code keys} takes it as a member of the list
   */
  record Trick(String field, String text) {
    /** The request with it. */
    JsonObject in(JsonObject request) {
      JsonArray list = Json.createArrayBuilder().add(text).build();
      return Json.createObjectBuilder(request)
          .add(field, field.equals("keys") ? list : Json.createValue(text))
          .build();
    }

    @Override
    public String toString() {
      return field + ": " + text.substring(0, Math.min(text.length(), 40));
    }
  }

  /** All that is refused of who asks for a headnode. */
  static Stream<Trick> refused(String key) {
    List<Trick> all = new ArrayList<>();
    for (String field : List.of("name", "project", "image", "hostName")) {
      NAMES.forEach(text -> all.add(new Trick(field, text)));
    }
    Map.of("hostName", HOST_NAMES, "keys", keys(key), "userData", USER_DATA)
        .forEach((field, texts) -> texts.forEach(text -> all.add(new Trick(field, text))));
    return all.stream();
  }

  /** A good key with something before or behind it, and what is none. */
  private static List<String> keys(String key) {
    String plain = key.replaceFirst("^(\\S+ \\S+).*", "$1");
    List<String> keys = new ArrayList<>();
    for (String before :
        List.of(
            "command=\"reboot\" ",
            "no-pty,environment=\"LD_PRELOAD=/x\" ",
            "cert-authority ",
            "@cert-authority * ",
            "- ",
            "!!str ",
            "&a ",
            "# ",
            "\u0000")) {
      keys.add(before + plain);
    }
    for (String behind :
        List.of(
            "\n" + plain,
            "\ncommand=\"reboot\" " + plain,
            " a\r\n- " + plain,
            " a\u0000",
            " a\u0085" + plain,
            " a\u2028" + plain,
            " \"",
            " a\"]",
            " ]]>",
            " </a>",
            " &lt;",
            " a\\",
            " $(id)",
            " `id`",
            " a;id",
            " #",
            " *a",
            " {{a}}",
            " a\u202e",
            " \u00e9",
            " " + "a".repeat(201),
            "A".repeat(5_000))) {
      keys.add(plain + behind);
    }
    keys.addAll(List.of("ssh-ed25519", "ssh-ed25519 AAAA", "ssh-rsa " + plain.split(" ")[1]));
    keys.addAll(List.of("../../root/.ssh/id_rsa", "*a", "-----BEGIN OPENSSH PRIVATE KEY-----"));
    return keys;
  }

  /** A script that does what is told first and never comes to the rest, as long as it may be. */
  static String userData(String command) {
    StringBuilder script = new StringBuilder("#!/bin/sh\n" + command + "\nexit 0\n");
    int most = 32 << 10;
    int size = bytes(script.toString());
    for (; size + bytes(LEGAL) <= most; size += bytes(LEGAL)) {
      script.append(LEGAL);
    }
    return script.append("x".repeat(most - size)).toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
