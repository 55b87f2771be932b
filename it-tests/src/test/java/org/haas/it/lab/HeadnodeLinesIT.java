package org.haas.it.lab;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import org.haas.it.Answer;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.console.Screen;
import org.haas.it.console.Terminal;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console and the screen of a headnode in a real QEMU, through the running HaaS. */
class HeadnodeLinesIT {
  private static final LabSettings SETTINGS =
      LabSettings.ofEnvironment(Running.state().resolve("lab"));
  private static final String GREETING = "RFB 003.008\n";

  private static Site site;

  @BeforeAll
  static void register() {
    site = new Site();
    HypervisorEndpoint at = new HypervisorLab(SETTINGS, new Label("any")).endpoint();
    JsonObjectBuilder settings = Json.createObjectBuilder();
    at.settings().forEach(settings::add);
    String name = site.freshName("hv");
    String json =
        Json.createObjectBuilder()
            .add("name", name)
            .add("type", "libvirt")
            .add("address", at.address())
            .add("settings", settings)
            .build()
            .toString();
    site.admin.post("v1/hypervisors", json).is(201);
    Site.until(
        () -> site.admin.get("v1/hypervisors/" + name),
        answer -> answer.body().contains("\"echo\""));
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.admin.get("v1/hypervisors").is(200).json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("name"))
        .filter(name -> name.startsWith("hv-"))
        .forEach(name -> site.admin.delete("v1/hypervisors/" + name).is(204));
    site.close();
  }

  @Test
  void lines_ofARealMachine_areThereUntilItIsDeleted() {
    String head = site.freshName("real");
    String spec =
        "{\"name\":\"%s\",\"project\":\"%s\",\"image\":\"echo\",\"memoryMib\":64,\"start\":true}";
    String path = "v1/headnodes/" + head;
    Answer made = site.member.post("v1/headnodes", spec.formatted(head, site.project));
    try (Terminal terminal = Terminal.of(site.member, path + "/console")) {
      site.awaitEnd(made.is(202).json().getString("id"));
      terminal.hears("\"connected\":true");
      Site.until(
          () -> {
            terminal.types("Z"); // until it is up, nobody listens
            return site.member.get(path);
          },
          answer -> terminal.text().contains("Z"));
      try (Screen screen = Screen.of(site.member, head)) {
        screen.sees(GREETING);
        site.awaitEnd(site.member.delete(path).is(202).json().getString("id"));
        screen.ends("closed 1000");
      }
      terminal.ends();
    }
    site.member.get(path).is(404);
  }
}
