package org.haas.it.machines;

import java.io.IOException;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.lab.Lab;
import org.haas.it.lab.LabSettings;

/** The lab's two machines that boot, held by a project; off and free again at the end. */
final class MachineSite implements AutoCloseable {
  final Site site = new Site();
  final Lab lab;
  final Machine first;
  final Machine second;

  MachineSite() {
    LabSettings settings = LabSettings.ofEnvironment(Running.state().resolve("lab"));
    lab = Lab.up(settings);
    site.admin.post("v1/site", lab.siteDocument()).isDone();
    first = machine(settings.prefix() + "-07");
    second = machine(settings.prefix() + "-08");
  }

  private Machine machine(String name) {
    Machine machine = new Machine(site, name, LabController.of(lab, name));
    machine.reserve();
    return machine;
  }

  @Override
  public void close() throws IOException {
    try {
      first.release();
      second.release();
    } finally {
      lab.close();
      site.close();
    }
  }
}
