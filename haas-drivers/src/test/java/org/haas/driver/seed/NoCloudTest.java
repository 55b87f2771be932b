package org.haas.driver.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haas.driver.wire.Json;
import org.haas.spi.HostName;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.SeedNic;
import org.haas.spi.SshKey;
import org.haas.spi.UserData;
import org.haas.spi.VmId;
import org.junit.jupiter.api.Test;

class NoCloudTest {
  private static final SshKey KEY =
      new SshKey(
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB0mN0yJdp1WLYzTmBzxFvBDoYt3DSgzVyqBJwQm2YcR me");

  private final VmId id = VmId.parse("8d6f1c6e-3f0a-4f0e-9d8e-0f3b1c2d4e5f");

  @Test
  void files_ofASeed_sayThatAndNothingMore() {
    Seed seed =
        seed(
            Optional.empty(),
            new SeedNic(new MacAddress("52:54:00:00:00:01"), Optional.of("10.0.0.1/24")),
            new SeedNic(new MacAddress("52:54:00:00:00:02"), Optional.empty()));
    assertThat(document(seed, "meta-data"))
        .isEqualTo(
            Map.of(
                "instance-id",
                id.toString(),
                "local-hostname",
                "head-1",
                "public-keys",
                List.of(KEY.value())));
    assertThat(text(seed, "network-config"))
        .isEqualTo(
            """
            {"version": 2, "ethernets": {
            "nic0": {"match":{"macaddress":"52:54:00:00:00:01"},"optional":true,"dhcp4":false,\
            "addresses":["10.0.0.1/24"]},
            "nic1": {"match":{"macaddress":"52:54:00:00:00:02"},"optional":true,"dhcp4":true}
            }}
            """);
    assertThat(text(seed, "user-data")).isEqualTo("#cloud-config\n{}\n");
  }

  @Test
  void disk_anyUserData_isThereByteByByteAndNothingElseChanges() {
    Random random = new Random(7);
    byte[] plain = files(IsoReader.read(NoCloud.disk(seed(Optional.empty()))), "meta-data");
    for (int round = 0; round < 300; round++) {
      UserData data = new UserData("#" + nasty(random));
      Map<String, byte[]> read = IsoReader.read(NoCloud.disk(seed(Optional.of(data))));

      assertThat(files(read, "user-data")).isEqualTo(data.value().getBytes(StandardCharsets.UTF_8));
      assertThat(files(read, "meta-data")).isEqualTo(plain);
      assertThat(read).containsOnlyKeys("meta-data", "network-config", "user-data");
    }
  }

  @Test
  void disk_anyLegalNamesAndKeys_saysTheseAndNothingElse() {
    Random random = new Random(13);
    for (int round = 0; round < 300; round++) {
      HostName name = HostName.of(new Label("0" + legal(random, "-_.xE1", 40)));
      String comment = legal(random, " @._+:/-aZ0", 150).strip();
      String key = KEY.value() + comment;
      Seed seed = new Seed(id, name, List.of(new SshKey(key)), Optional.empty(), List.of());
      assertThat(document(seed, "meta-data"))
          .isEqualTo(
              Map.of(
                  "instance-id",
                  id.toString(),
                  "local-hostname",
                  name.value(),
                  "public-keys",
                  List.of(key)));
      assertThat(text(seed, "meta-data").lines()).contains("\"%s\"".formatted(key));
    }
  }

  private static String legal(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most); length > 0; length--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  void disk_ofTheSameSeed_isTheSame() {
    assertThat(NoCloud.disk(seed(Optional.empty())))
        .isEqualTo(NoCloud.disk(seed(Optional.empty())));
  }

  private static String nasty(Random random) {
    String[] parts = {
      "\n",
      "---\n",
      "\"",
      "'",
      "\\",
      "${x}",
      "`id`",
      "$(id)",
      "]]>",
      "<!--",
      "&lt;",
      "{{ x }}",
      "!!python/object",
      "*a",
      "\u0007",
      "\u00e9",
      "\ud83d\ude00",
      "../",
      "cidata",
      ";1",
      "%s"
    };
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(1500); length > 0; length--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private Seed seed(Optional<UserData> data, SeedNic... nics) {
    return new Seed(id, new HostName("head-1"), List.of(KEY), data, List.of(nics));
  }

  private static Object document(Seed seed, String name) {
    return Json.parse(text(seed, name));
  }

  private static String text(Seed seed, String name) {
    return new String(IsoReader.read(NoCloud.disk(seed)).get(name), StandardCharsets.UTF_8);
  }

  private static byte[] files(Map<String, byte[]> read, String name) {
    return read.get(name);
  }
}
