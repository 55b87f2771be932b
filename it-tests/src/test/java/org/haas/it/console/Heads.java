package org.haas.it.console;

import java.nio.charset.StandardCharsets;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.VmId;

/** Headnodes of a site on simulated hypervisors, and what they really say and hear. */
final class Heads implements AutoCloseable {
  private final Site site;
  private final SimHostAdmin hosts;

  Heads(Site site) {
    this.site = site;
    site.hypervisors();
    hosts = site.lookAtHosts();
  }

  /** A headnode, by its name. */
  String made(boolean started) {
    return made(site.member, site.project, started);
  }

  /** A headnode of that project. */
  String made(Api owner, String project, boolean started) {
    String name = site.freshName("head");
    String spec =
        "{\"name\":\"%s\",\"project\":\"%s\",\"image\":\"tiny\",\"memoryMib\":64,\"start\":%s}";
    site.awaitEnd(operation(owner.post("v1/headnodes", spec.formatted(name, project, started))));
    return name;
  }

  /** Returns when it is so. */
  void power(String headnode, String action) {
    String body = "{\"action\":\"%s\"}".formatted(action);
    site.awaitEnd(operation(site.member.post("v1/headnodes/%s/power".formatted(headnode), body)));
  }

  /** Asks for its end. */
  void delete(String headnode) {
    delete(site.member, headnode);
  }

  void delete(Api owner, String headnode) {
    site.awaitEnd(operation(owner.delete("v1/headnodes/" + headnode)));
  }

  void says(String headnode, String text) {
    VmId vm = vm(headnode);
    hosts.print(host(vm), vm, text.getBytes(StandardCharsets.UTF_8));
  }

  String typed(String headnode) {
    VmId vm = vm(headnode);
    return new String(hosts.keys(host(vm), vm), StandardCharsets.UTF_8);
  }

  private VmId vm(String headnode) {
    String path = "v1/headnodes/" + headnode;
    return VmId.parse(site.member.get(path).is(200).json().getString("id"));
  }

  private Label host(VmId vm) {
    return Site.HOSTS.stream()
        .filter(host -> String.join("\n", hosts.vms(host)).contains(vm.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static String operation(Answer answer) {
    return answer.is(202).json().getString("id");
  }

  @Override
  public void close() {
    hosts.close();
  }
}
