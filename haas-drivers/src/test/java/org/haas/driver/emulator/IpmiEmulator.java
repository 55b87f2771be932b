package org.haas.driver.emulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/**
 * A controller as {@link FakeIpmitool} reaches it: what ipmitool answers and complains of, as seen
 * with ipmitool 1.8.19 and the ipmi_sim of OpenIPMI. One request a connection, in Java's data
 * format: user, password, cipher suite, command; then exit code, output and errors, and behind
 * {@code sol activate} what is said (down), and keys and Breaks (up).
 */
public final class IpmiEmulator implements AutoCloseable {
  private static final String NO_SESSION = "Error: Unable to establish IPMI v2 / RMCP+ session\n";

  private final EmulatedMachine machine = new EmulatedMachine();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ServerSocket listener;
  private final String password;
  private volatile Set<Integer> suites = Set.of(3, 17);
  private volatile boolean hanging;
  private Socket payload;

  /** Starts it; the only user is {@code haas}. */
  public IpmiEmulator(String password) {
    this.password = password;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    run(this::accept);
  }

  /** The port, for ipmitool's -p. */
  public int port() {
    return listener.getLocalPort();
  }

  /** What it controls. */
  public EmulatedMachine machine() {
    return machine;
  }

  /** The cipher suites that it takes. */
  public void suites(Set<Integer> taken) {
    suites = taken;
  }

  /** From now on it answers nothing, or all is well again. */
  public void hang(boolean on) {
    hanging = on;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.add(socket);
        run(() -> serve(socket));
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String user = in.readUTF();
      String shown = in.readUTF();
      int suite = in.readInt();
      String command = in.readUTF();
      while (hanging) {
        Thread.sleep(20);
      }
      IpmiReply reply = admitted(user, shown, suite, command, socket);
      reply.send(socket.getOutputStream());
      if (reply.isConsole()) {
        machine.listen(socket.getOutputStream());
        type(in);
      }
    } catch (IOException | InterruptedException gone) {
      // The process was ended.
    } finally {
      connections.remove(socket);
      release(socket);
    }
  }

  private IpmiReply admitted(String user, String shown, int suite, String command, Socket socket)
      throws IOException {
    if (!suites.contains(suite)) {
      return IpmiReply.failed(
          "Error in open session response message : invalid authentication algorithm\n\n"
              + NO_SESSION);
    }
    if (!user.equals("haas")) {
      return IpmiReply.failed(
          "RAKP 2 message indicates an error : unauthorized name\n" + NO_SESSION);
    }
    if (!shown.equals(password)) {
      return IpmiReply.failed("> RAKP 2 HMAC is invalid\n" + NO_SESSION);
    }
    machine.count();
    return command.startsWith("sol ") ? sol(command, socket) : chassis(command);
  }

  private IpmiReply chassis(String command) {
    switch (command) {
      case "chassis power status" -> {
        return IpmiReply.done("Chassis Power is " + (isOn() ? "on" : "off") + "\n");
      }
      case "chassis power on" -> machine.switchTo(PowerState.ON);
      case "chassis power off", "chassis power soft" -> {
        if (!isOn()) {
          return IpmiReply.failed(
              "Set Chassis Power Control to Down/Off failed: Command not supported in present"
                  + " state\n");
        }
        machine.switchTo(PowerState.OFF);
      }
      default -> {
        return bootdev(command);
      }
    }
    return IpmiReply.done("Chassis Power Control: done\n");
  }

  private IpmiReply bootdev(String command) {
    String[] words = command.split(" ");
    boolean known =
        words.length >= 3
            && words[1].equals("bootdev")
            && (words.length == 3 || words[3].equals("options=persistent"));
    if (!known || words.length > 4) {
      return IpmiReply.failed("Invalid command: " + command + "\n");
    }
    BootDevice device =
        switch (words[2]) {
          case "pxe" -> BootDevice.PXE;
          case "disk" -> BootDevice.DISK;
          default -> BootDevice.NONE;
        };
    machine.bootFrom(device, words.length == 3);
    return IpmiReply.done("Set Boot Device to " + words[2] + "\n");
  }

  private boolean isOn() {
    return machine.power() == PowerState.ON;
  }

  private synchronized IpmiReply sol(String command, Socket socket) throws IOException {
    if (command.equals("sol deactivate")) {
      if (payload == null) {
        return IpmiReply.failed("Info: SOL payload already de-activated\n");
      }
      release(payload);
      return IpmiReply.done("");
    }
    if (payload != null) {
      return IpmiReply.failed("Info: SOL payload already active on another session\n");
    }
    payload = socket;
    return IpmiReply.console();
  }

  private synchronized void release(Socket socket) {
    try {
      if (payload == socket) {
        payload = null;
        machine.leave(socket.getOutputStream());
        socket.close();
      }
    } catch (IOException alreadyClosed) {
      // Nobody listens then.
    }
  }

  private void type(DataInputStream in) throws IOException {
    while (true) {
      boolean isBreak = in.readBoolean();
      byte key = in.readByte();
      if (isBreak) {
        machine.breakIn();
      } else {
        machine.type(new byte[] {key});
      }
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "ipmi-emulator");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : connections) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * What ipmitool shall say.
   *
   * @param isConsole whether the connection goes on as a console
   */
  private record IpmiReply(int exitCode, String output, String errors, boolean isConsole) {
    static IpmiReply done(String output) {
      return new IpmiReply(0, output, "", false);
    }

    static IpmiReply failed(String errors) {
      return new IpmiReply(1, "", errors, false);
    }

    static IpmiReply console() {
      return new IpmiReply(0, "", "", true);
    }

    void send(OutputStream to) throws IOException {
      DataOutputStream out = new DataOutputStream(to);
      out.writeBoolean(isConsole);
      out.writeInt(exitCode);
      out.writeUTF(output);
      out.writeUTF(errors);
      out.flush();
    }
  }
}
