package org.haas.driver.seed;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haas.driver.wire.Json;
import org.haas.spi.Seed;
import org.haas.spi.SeedNic;

/**
 * A seed as cloud-init's NoCloud source reads it: a small ISO 9660 disk with the label {@code
 * cidata}. Its documents are YAML, written as JSON, which is a part of YAML without any of its
 * surprises; user data is the tenant's own, byte by byte.
 */
public final class NoCloud {
  private static final String LABEL = "cidata";
  private static final String NO_USER_DATA = "#cloud-config\n{}\n";

  private NoCloud() {}

  /** The disk; the same seed is always the same bytes. */
  public static byte[] disk(Seed seed) {
    return new IsoImage(LABEL, files(seed)).bytes();
  }

  static Map<String, byte[]> files(Seed seed) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("meta-data", bytes(metaData(seed)));
    files.put("user-data", bytes(seed.userData().map(data -> data.value()).orElse(NO_USER_DATA)));
    files.put("network-config", bytes(networkConfig(seed.nics())));
    return files;
  }

  /** One member and one key a line, so that a shell can read it too: keys hold no quotes. */
  private static String metaData(Seed seed) {
    String keys =
        seed.keys().stream()
            .map(key -> Json.text(key.value()))
            .collect(Collectors.joining(",\n", "[\n", "\n]"));
    return "{\n\"instance-id\": %s,\n\"local-hostname\": %s,\n\"public-keys\": %s\n}\n"
        .formatted(
            Json.text(seed.instance().toString()),
            Json.text(seed.hostName().value()),
            seed.keys().isEmpty() ? "[]" : keys);
  }

  /** Version 2; a NIC without a cable does not hold up the start. One NIC a line. */
  private static String networkConfig(List<SeedNic> nics) {
    String ethernets =
        nics.stream()
            .map(nic -> "%s: %s".formatted(Json.text(name(nics, nic)), Json.text(ethernet(nic))))
            .collect(Collectors.joining(",\n", "{\n", "\n}"));
    return "{\"version\": 2, \"ethernets\": %s}\n".formatted(nics.isEmpty() ? "{}" : ethernets);
  }

  private static String name(List<SeedNic> nics, SeedNic nic) {
    return "nic" + nics.indexOf(nic);
  }

  private static Map<String, Object> ethernet(SeedNic nic) {
    Map<String, Object> ethernet = new LinkedHashMap<>();
    ethernet.put("match", Map.of("macaddress", nic.mac().value()));
    ethernet.put("optional", true);
    ethernet.put("dhcp4", nic.address().isEmpty());
    nic.address().ifPresent(address -> ethernet.put("addresses", List.of(address)));
    return ethernet;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
