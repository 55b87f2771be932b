package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.lab.Nic;
import org.haas.it.lab.Workstation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What HaaS is for, from the first reservation to the last release, by REST only. */
class ProvisioningIT {
  private static final String OUTSIDE = "10.99.0.77";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final String SCRIPT =
      "printf '#!ipxe\\necho Installing ${net0/mac} from ${next-server}\\nsleep 3600\\n' >/srv/boot.ipxe";

  /** As iPXE says it when nobody answered. */
  private static final String NO_ANSWER = "No more network devices";

  private static LabSite site;
  private static Workstation desk;
  private static Nic deskNic;
  private static List<String> before;

  @BeforeAll
  static void prepare() {
    site = new LabSite();
    site.hypervisor();
    before = site.onTheHypervisor();
    deskNic = site.lab.nic(1, "nic1");
    desk = new Workstation(deskNic.node());
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void machines_ofTheNetwork_installThemselvesFromItsHeadnodeAndNobodyElseDoes() {
    try (BootingMachine first = new BootingMachine(site.physics, site.node(7));
        BootingMachine second = new BootingMachine(site.physics, site.node(9));
        BootingMachine stranger = new BootingMachine(site.biology, site.node(8))) {
      LabNetwork boot = site.network(site.physics);
      Provisioner headnode = headnode(boot);
      assertThat(login("hostname")).isEqualTo(headnode.name + "\n");
      assertThat(login(SCRIPT + "; pxe eth0")).contains("PXE is served on eth0 at 10.1.0.1");

      LabNetwork elsewhere = site.network(site.biology);
      stranger.connect(elsewhere);
      first.connect(boot);
      second.connect(boot);
      List.of(first, second, stranger).forEach(BootingMachine::bootsFromTheNetwork);
      List.of(first, second).forEach(ProvisioningIT::installs);
      stranger.shows(NO_ANSWER);
      assertThat(stranger.shown()).doesNotContain("Installing");
      assertThat(login("cat /run/dnsmasq.log"))
          .contains(first.mac(), second.mac())
          .doesNotContain(stranger.mac());

      stranger.detach(elsewhere);
      site.share(boot, site.biology);
      stranger.connect(boot);
      stranger.bootsFromTheNetwork();
      installs(stranger);
      assertThat(login("cat /run/dnsmasq.log")).contains(stranger.mac());

      List.of(first, second, stranger).forEach(machine -> machine.detach(boot));
      List.of(first, second, stranger).forEach(BootingMachine::release);
      headnode.delete();
    }
    site.clear();
    site.assertInvariants();
    assertThat(site.onTheHypervisor()).isEqualTo(before);
    assertThat(site.leftOfTheProjects()).isEmpty();
  }

  /** One that serves that network, and that its owner reaches over another. */
  private static Provisioner headnode(LabNetwork boot) {
    LabNetwork outside = site.network(site.physics);
    site.physics.reserve(deskNic.node());
    site.physics.connect(outside, deskNic);
    Provisioner made = new Provisioner(site.physics, "provisioner", desk.publicKey());
    made.nic("eth0", "10.1.0.1/24", boot);
    made.nic("eth1", OUTSIDE + "/16", outside);
    made.start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!login("hostname").equals(made.name + "\n") && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return made;
  }

  private static String login(String command) {
    return desk.ssh(OUTSIDE, command);
  }

  private static void installs(BootingMachine machine) {
    machine.shows("Installing " + machine.mac() + " from 10.1.0.1");
  }
}
