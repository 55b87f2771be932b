package org.haas.driver.emulator;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The modes of one session, and what each line does in them. */
final class NexusModes {
  /** Where a session is. */
  enum Mode {
    EXEC(""),
    CONFIG("(config)"),
    VLAN("(config-vlan)"),
    PORT("(config-if)");

    private final String inPrompt;

    Mode(String inPrompt) {
      this.inPrompt = inPrompt;
    }
  }

  private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();
  private static final String ALLOWED = "switchport trunk allowed vlan";

  private final NexusEmulator device;
  private Mode mode = Mode.EXEC;
  private NavigableSet<Integer> vlans = new TreeSet<>();
  private String port = "";
  private int pageLength = 24;
  private boolean ended;

  NexusModes(NexusEmulator device) {
    this.device = device;
  }

  String prompt() {
    return "nx1" + mode.inPrompt + "# ";
  }

  int pageLength() {
    return pageLength;
  }

  boolean ended() {
    return ended;
  }

  /** Does what the line says, all or nothing, and answers what it shows. */
  String run(String line) {
    synchronized (device) {
      if (line.isEmpty()) {
        return "";
      }
      return switch (mode) {
        case EXEC -> exec(line);
        case CONFIG -> config(line);
        case VLAN -> vlan(line);
        case PORT -> port(line);
      };
    }
  }

  private String exec(String line) {
    if (is("terminal length \\d{1,3}", line)) {
      pageLength = Integer.parseInt(line.substring(16));
      return "";
    }
    if (is("show running-config interface \\S+ all", line)) {
      return show(line.split(" ")[3]);
    }
    return switch (line) {
      case "terminal width 511" -> "";
      case "configure terminal" ->
          enter(Mode.CONFIG, "Enter configuration commands, one per line.");
      case "show vlan brief" -> device.vlanTable();
      case "show running-config | include \"native vlan\"" -> device.natives();
      case "copy running-config startup-config" -> {
        device.save();
        yield "[########################################] 100%\nCopy complete.\n";
      }
      case "exit" -> {
        ended = true;
        yield "";
      }
      default -> throw NexusText.notUnderstood("% Invalid command");
    };
  }

  private static boolean is(String form, String line) {
    return FORMS.computeIfAbsent(form, Pattern::compile).matcher(line).matches();
  }

  private String show(String name) {
    device.requirePort(name);
    return "\n!Command: show running-config interface %s all\n!Time: Mon Jan  5 10:00:00 2026\n\n"
            .formatted(name)
        + "version 9.3(8)\n\ninterface %s\n".formatted(name)
        + device.port(name).lines().stream().map(one -> one + "\n").collect(Collectors.joining());
  }

  private String enter(Mode next, String says) {
    mode = next;
    return says.isEmpty() ? "" : says + "\n";
  }

  private String config(String line) {
    if (line.equals("end") || line.equals("exit")) {
      return enter(Mode.EXEC, "");
    }
    if (is("vlan \\S+", line)) {
      vlans = NexusText.ids(line.substring(5));
      device.createVlans(vlans);
      return enter(Mode.VLAN, "");
    }
    if (is("no vlan \\S+", line)) {
      device.deleteVlans(NexusText.ids(line.substring(8)));
      return enter(Mode.CONFIG, "");
    }
    if (is("interface \\S+", line)) {
      device.requirePort(line.substring(10));
      port = line.substring(10);
      return enter(Mode.PORT, "");
    }
    throw NexusText.notUnderstood("% Invalid command");
  }

  private String vlan(String line) {
    return switch (line) {
      case "state active", "no shutdown" -> active(true);
      case "state suspend", "shutdown" -> active(false);
      case "exit" -> enter(Mode.CONFIG, "");
      default -> config(line);
    };
  }

  private String active(boolean on) {
    device.activate(vlans, on);
    return "";
  }

  private String port(String line) {
    switch (line) {
      case "exit" -> enter(Mode.CONFIG, "");
      case "shutdown" -> device.change(port, now -> now.shut(true));
      case "no shutdown" -> device.change(port, now -> now.shut(false));
      case "switchport" -> device.change(port, now -> now.switched(true));
      case "no switchport" -> device.change(port, now -> now.switched(false));
      default -> {
        return line.startsWith("interface ") || line.equals("end")
            ? config(line)
            : switchport(line);
      }
    }
    return "";
  }

  private String switchport(String line) {
    if (!device.port(port).switched()) {
      throw new NexusRefusal("ERROR: " + port + " is not a switchport");
    }
    switch (line) {
      case "switchport mode trunk" -> device.change(port, now -> now.trunk(true));
      case "switchport mode access" -> device.change(port, now -> now.trunk(false));
      case "no switchport trunk native vlan" -> device.change(port, now -> now.nativeVlan(1));
      case "no switchport trunk allowed vlan" ->
          device.change(port, now -> now.allowed(NexusPort.FACTORY.allowed()));
      case ALLOWED + " none" -> device.change(port, now -> now.allowed(new TreeSet<>()));
      case "spanning-tree port type edge trunk" -> {
        device.change(port, now -> now);
        return "Warning: Edge port type should only be enabled on ports connected to one host.\n";
      }
      default -> withVlans(line);
    }
    return "";
  }

  private void withVlans(String line) {
    String[] words = line.split(" ");
    String last = words[words.length - 1];
    String command = line.substring(0, line.length() - last.length()).strip();
    NavigableSet<Integer> ids = NexusText.ids(last);
    NavigableSet<Integer> list = new TreeSet<>(device.port(port).allowed());
    switch (command) {
      case ALLOWED -> device.change(port, now -> now.allowed(ids));
      case ALLOWED + " add" -> {
        list.addAll(ids);
        device.change(port, now -> now.allowed(list));
      }
      case ALLOWED + " remove" -> {
        list.removeAll(ids);
        device.change(port, now -> now.allowed(list));
      }
      case "switchport access vlan" -> device.change(port, now -> now.accessVlan(single(ids)));
      case "switchport trunk native vlan" ->
          device.change(port, now -> now.nativeVlan(single(ids)));
      default -> throw NexusText.notUnderstood("% Invalid command");
    }
  }

  private static int single(NavigableSet<Integer> ids) {
    if (ids.size() != 1) {
      throw NexusText.notUnderstood("% Invalid command");
    }
    NexusEmulator.requireNotReserved(ids);
    return ids.first();
  }
}
