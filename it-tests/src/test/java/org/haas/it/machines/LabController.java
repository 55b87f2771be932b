package org.haas.it.machines;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.haas.it.lab.Lab;

/** A machine's controller, asked behind the back of HaaS. */
record LabController(String address, String user, String password) {

  /** The one that the lab's site document tells of. */
  static LabController of(Lab lab, String machine) {
    try (JsonReader reader = Json.createReader(new StringReader(lab.siteDocument()))) {
      JsonObject told =
          reader.readObject().getJsonArray("nodes").getValuesAs(JsonObject.class).stream()
              .filter(node -> node.getString("name").equals(machine))
              .findFirst()
              .orElseThrow()
              .getJsonObject("bmc");
      return new LabController(
          told.getString("address"), told.getString("username"), told.getString("password"));
    }
  }

  /** How it is recorded with HaaS, with that password. */
  String document(String withPassword) {
    return Json.createObjectBuilder()
        .add("type", "ipmi")
        .add("address", address)
        .add("username", user)
        .add("password", withPassword)
        .build()
        .toString();
  }

  /** Whether the machine has power, as the controller itself says. */
  boolean isOn() {
    String said = chassis("power", "status");
    assertThat(said).startsWith("Chassis Power is ");
    return said.endsWith("on");
  }

  private String chassis(String... words) {
    String[] at = address.split(":");
    List<String> line =
        new ArrayList<>(List.of("ipmitool", "-I", "lanplus", "-C", "3", "-H", at[0], "-p", at[1]));
    line.addAll(List.of("-U", user, "-E", "chassis"));
    line.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().put("IPMI_PASSWORD", password);
      Process process = builder.start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException notThere) {
      throw new UncheckedIOException(notThere);
    }
  }
}
