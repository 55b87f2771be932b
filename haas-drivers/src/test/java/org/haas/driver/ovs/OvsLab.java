package org.haas.driver.ovs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.haas.driver.contract.SwitchUnderTest;
import org.haas.driver.emulator.OvsEmulator;
import org.haas.driver.emulator.SshEmulator;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;

/** An emulated Open vSwitch with 24 ports behind a real SSH server. */
final class OvsLab implements SwitchUnderTest {
  private final OvsEmulator ovs = new OvsEmulator("br0", portNames());
  private final SshEmulator ssh = new SshEmulator("haas", "open sesame", false, ovs::run);

  OvsEmulator ovs() {
    return ovs;
  }

  @Override
  public SwitchDriver driver() {
    return new OpenVswitch();
  }

  @Override
  public SwitchEndpoint endpoint() {
    return endpoint(Map.of("bridge", "br0"));
  }

  SwitchEndpoint endpoint(Map<String, String> settings) {
    return new SwitchEndpoint(
        new Label("ovs1"),
        "127.0.0.1",
        ssh.port(),
        "haas",
        new Secret("open sesame"),
        Optional.of(ssh.hostKey()),
        settings,
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public List<PortName> ports() {
    return portNames();
  }

  private static List<PortName> portNames() {
    return IntStream.rangeClosed(1, 24).mapToObj(number -> new PortName("p" + number)).toList();
  }

  @Override
  public PortName unknownPort() {
    return new PortName("p99");
  }

  @Override
  public Map<PortName, PortConfig> carried() {
    return ovs.carried();
  }

  @Override
  public void disturb(PortName port, Random random) {
    disturbance(random, columns -> ovs.set(port, columns));
  }

  static void disturbance(Random random, Consumer<String> port) {
    String id = Integer.toString(random.nextInt(100, 106));
    List<String> columns =
        List.of(
            "vlan_mode=trunk tag=[] trunks=[]",
            "vlan_mode=trunk tag=[] trunks=" + id,
            "vlan_mode=trunk tag=[] trunks=0,100",
            "vlan_mode=access tag=" + id + " trunks=[]",
            "vlan_mode=native-tagged tag=" + id + " trunks=101,102",
            "vlan_mode=native-untagged tag=" + id + " trunks=[]",
            "vlan_mode=access tag=3800 trunks=[]",
            "vlan_mode=dot1q-tunnel tag=" + id);
    port.accept(columns.get(random.nextInt(columns.size())) + " protected=" + random.nextBoolean());
  }

  @Override
  public long linesHeard() {
    return ssh.linesHeard();
  }

  @Override
  public void hang(boolean on) {
    ssh.hang(on);
  }

  /** The database is on disk as it runs: there is nothing to lose. */
  @Override
  public void powerCycle() {}

  @Override
  public void close() {
    ssh.close();
  }
}
