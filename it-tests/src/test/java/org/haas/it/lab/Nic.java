package org.haas.it.lab;

/**
 * A NIC of a node of the lab, or a spare cable on its bench.
 *
 * @param node the node's name, which is also its network namespace
 * @param name the NIC's name, which is also its interface
 * @param mac its address, such as {@code 52:54:00:01:02:03}
 * @param switchName the switch at the other end of its cable
 * @param port the port there
 */
public record Nic(String node, String name, String mac, String switchName, String port) {

  /** Node and NIC as the probe writes them: {@code lab-01/nic1}. */
  @Override
  public String toString() {
    return node + "/" + name;
  }
}
