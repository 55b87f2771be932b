package org.haas.driver.sim;

import java.util.ArrayList;
import java.util.List;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;

/** What a simulated machine says while it starts, in the order that real ones do. */
final class SimBoot {
  private SimBoot() {}

  static List<String> log(Label name, BootDevice device) {
    List<String> lines = new ArrayList<>();
    lines.add("SimBIOS of %s\r\n".formatted(name));
    lines.add("Memory test: 16384 MiB OK\r\n");
    lines.add("Processors: 8, network cards: 1, disks: 1\r\n");
    lines.addAll(device == BootDevice.PXE ? pxe() : disk());
    lines.add("\r\n%s login: ".formatted(name));
    return lines;
  }

  private static List<String> pxe() {
    return List.of(
        "Booting from network (PXE)...\r\n",
        "PXE: link up, asking DHCP\r\n",
        "PXE: 192.0.2.17, loading pxelinux.0\r\n",
        "Network installer, kernel 6.1\r\n",
        "[    0.000000] Linux version 6.1 (network)\r\n");
  }

  private static List<String> disk() {
    return List.of(
        "Booting from disk 0...\r\n",
        "GRUB loading\r\n",
        "[    0.000000] Linux version 6.1 (disk)\r\n",
        "[    0.412301] EXT4-fs (sda1): mounted\r\n",
        "[    0.901177] systemd: welcome\r\n");
  }
}
