package org.haas.it.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.console.Terminal;

/**
 * A console that another instance has, watched at the {@link Running} one, which has to take it
 * over when the other dies.
 */
final class OrphanedConsole implements AutoCloseable {
  private final Site site;
  private final Site.Machine machine;
  private final SimBmcAdmin controllers;
  private final Terminal viewer;

  OrphanedConsole(Site site, URI owner) {
    this.site = site;
    this.machine = site.heldMachine();
    this.controllers = site.lookAtMachines();
    String console = "v1/nodes/%s/console".formatted(machine.node());
    try (Terminal first = Terminal.of(site.manager.at(owner), console)) {
      first.hears("\"connected\":true");
      this.viewer = Terminal.of(site.member, console);
      viewer.hears("\"viewers\":2");
      says("before\r\n");
      viewer.sees("before");
    }
  }

  void says(String text) {
    controllers.print(machine.bmc(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** What was said while nobody had it, what is said then, and keys. */
  void goesOnWith(String meanwhile) {
    viewer.hears("AWAY");
    viewer.hears("What came meanwhile may be missing.");
    viewer.sees(meanwhile);
    says("after\r\n");
    viewer.sees("after");
    viewer.types("alive");
    Site.until(
        () -> site.admin.get("v1/me"),
        answer ->
            new String(controllers.keys(machine.bmc()), StandardCharsets.UTF_8).equals("alive"));
  }

  @Override
  public void close() {
    viewer.close();
    controllers.close();
  }
}
