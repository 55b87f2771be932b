package org.haas.it.machines;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.lab.Lab;
import org.haas.it.lab.LabSettings;

/** The lab's two machines that boot, held by a project; off and free again at the end. */
public final class MachineSite implements AutoCloseable {
  public final Site site = new Site();
  final Lab lab;
  public final Machine first;
  final Machine second;

  public MachineSite() {
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

  /** All that the API tells of the machine, to an administrator too. */
  String told(Machine machine) {
    String node = "v1/nodes/" + machine.name;
    return Stream.of(
            node,
            node + "/bmc",
            node + "/power",
            "v1/operations?node=" + machine.name,
            "v1/audit?limit=200")
        .map(path -> site.admin.get(path).is(200).body())
        .collect(Collectors.joining("\n"));
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
