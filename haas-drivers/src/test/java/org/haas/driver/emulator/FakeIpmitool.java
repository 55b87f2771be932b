package org.haas.driver.emulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the place of ipmitool, as a program of its own. Strict: it takes no option that the driver
 * has no use for, a password nowhere but in the environment, and no environment but that. It has
 * ipmitool's standard streams: what it says itself about a console stays in a buffer until the
 * machine says something, and its escapes are known after a line's end.
 */
public final class FakeIpmitool {
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LC_ALL", "IPMI_PASSWORD");
  private static final Set<String> WITH_VALUE =
      Set.of("-I", "-H", "-p", "-U", "-N", "-R", "-C", "-e", "-L");
  private static final Set<String> ALONE = Set.of("-E", "-v");
  private static final int WRONG_USE = 99;

  private final Map<String, String> options = new HashMap<>();
  private final List<String> command = new ArrayList<>();
  private final StringBuilder unsaid = new StringBuilder();
  private boolean atLineStart = true;
  private boolean escaped;

  private FakeIpmitool() {}

  /** As ipmitool: options, then a command. */
  public static void main(String[] arguments) throws Exception {
    FakeIpmitool tool = new FakeIpmitool();
    tool.parse(arguments);
    System.exit(tool.run());
  }

  private void parse(String[] arguments) {
    int at = 0;
    while (at < arguments.length && arguments[at].startsWith("-")) {
      boolean value = WITH_VALUE.contains(arguments[at]);
      if (!value && !ALONE.contains(arguments[at])) {
        fail("an option that is not expected: " + arguments[at]);
      }
      options.put(arguments[at], value ? arguments[at + 1] : "");
      at += value ? 2 : 1;
    }
    command.addAll(List.of(arguments).subList(at, arguments.length));
    require(options.get("-I").equals("lanplus"), "-I lanplus");
    require(options.containsKey("-E"), "-E");
    require(List.of("1").contains(options.get("-N")), "-N 1");
    require(List.of("1", "2").contains(options.get("-R")), "-R 2");
    require(List.of("17", "3").contains(options.get("-C")), "-C 17 or 3");
    require(ENVIRONMENT.containsAll(System.getenv().keySet()), "an empty environment");
  }

  private static void require(boolean met, String what) {
    if (!met) {
      fail("not as expected: " + what);
    }
  }

  private static void fail(String what) {
    System.err.println(what);
    System.exit(WRONG_USE);
  }

  private int run() throws Exception {
    try (Socket socket = connect()) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(options.get("-U"));
      out.writeUTF(System.getenv("IPMI_PASSWORD"));
      out.writeInt(Integer.parseInt(options.get("-C")));
      String words = String.join(" ", command).replace(" usesolkeepalive", "");
      out.writeUTF(words);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      boolean console = in.readBoolean();
      int exitCode = in.readInt();
      System.out.print(in.readUTF());
      System.out.flush();
      System.err.print(in.readUTF());
      return console ? serve(in, out) : exitCode;
    }
  }

  /** Packets to where nobody is get no answer, and ipmitool asks again and again. */
  private Socket connect() throws Exception {
    try {
      return new Socket(options.get("-H"), Integer.parseInt(options.get("-p")));
    } catch (IOException nobody) {
      Thread.sleep(6000);
      System.err.print(
          "Get Auth Capabilities error\nError: Unable to establish IPMI v2 / RMCP+ session\n");
      System.exit(1);
      throw nobody;
    }
  }

  private int serve(InputStream in, DataOutputStream out) throws Exception {
    unsaid.append("[SOL Session operational.  Use ").append(escape()).append("? for help]\n");
    System.err.println("tcgetattr: Inappropriate ioctl for device");
    Thread listening = new Thread(() -> listen(in));
    listening.setDaemon(true);
    listening.start();
    int key = System.in.read();
    while (key >= 0) {
      if (type((byte) key, out)) {
        return 0;
      }
      key = System.in.read();
    }
    return 0;
  }

  private void listen(InputStream in) {
    try {
      byte[] said = new byte[500];
      int length = in.read(said);
      while (length > 0) {
        synchronized (unsaid) {
          System.out.write(unsaid.toString().getBytes(StandardCharsets.US_ASCII));
          unsaid.setLength(0);
        }
        System.out.write(said, 0, length);
        System.out.flush();
        length = in.read(said);
      }
      Thread.sleep(1000);
      System.err.println("Error: No response to keepalive - Terminating session");
    } catch (IOException | InterruptedException broken) {
      System.err.println("SOL session closed by BMC");
    }
    System.exit(1);
  }

  private char escape() {
    return options.getOrDefault("-e", "~").charAt(0);
  }

  /** Whether that was the escape that ends it. */
  private boolean type(byte key, DataOutputStream out) throws IOException {
    if (escaped) {
      escaped = false;
      if (key == '.') {
        return true;
      }
      if (key == 'B') {
        synchronized (unsaid) {
          unsaid.append(escape()).append("B [send break]\n");
        }
        send(out, true, (byte) 0);
        return false;
      }
      if (key == '?' || key == 'Z' - 64 || key == 'X' - 64) {
        return false;
      }
      if (key != escape()) {
        send(out, false, (byte) escape());
      }
    } else if (atLineStart && key == escape()) {
      escaped = true;
      return false;
    }
    send(out, false, key);
    atLineStart = key == '\r' || key == '\n';
    return false;
  }

  private static void send(DataOutputStream out, boolean isBreak, byte key) throws IOException {
    out.writeBoolean(isBreak);
    out.writeByte(key);
    out.flush();
  }
}
