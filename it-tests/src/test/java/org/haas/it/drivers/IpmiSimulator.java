package org.haas.it.drivers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.haas.driver.contract.BmcUnderTest;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.haas.spi.Secret;

/**
 * OpenIPMI's ipmi_sim, a controller that others have written, with a shell script in the chassis's
 * place and a socket of this test as the serial port. The driver reaches it by the real ipmitool.
 */
public final class IpmiSimulator implements BmcUnderTest {
  private static final String PASSWORD = "open-sesame";
  private static final Duration STARTING = Duration.ofSeconds(10);
  private static final String CHASSIS =
      """
      #!/bin/sh
      cd "$1" || exit 1
      verb=$2
      shift 2
      if [ "$verb" = get ]; then
        for what; do echo "$what:$(cat "$what")"; done
        exit 0
      fi
      echo "$*" >>events
      case $1 in
        shutdown) echo 0 >power ;;
        power | boot) echo "$2" >"$1" ;;
      esac
      """;

  private final Path folder;
  private final Path serialLine;
  private final int port;
  private final Process relay;
  private final Process simulator;
  private final Socket serial;
  private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
  private final BmcDriver driver = driverOfIpmi();

  /** Starts one, switched off, and waits until it answers. */
  public IpmiSimulator() {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      folder = Files.createTempDirectory("haas-ipmi");
      // ipmi_sim locks it by its last name, wherever it is.
      serialLine = folder.resolve(folder.getFileName() + ".sol");
      port = freePort();
      write();
      String peer = "TCP:127.0.0.1:" + listener.getLocalPort();
      relay = start("socat", "PTY,link=" + serialLine + ",rawer", peer);
      listener.setSoTimeout((int) STARTING.toMillis());
      serial = listener.accept();
      Thread listening = new Thread(this::listen, "ipmi-serial");
      listening.setDaemon(true);
      listening.start();
      simulator =
          start("ipmi_sim", "-c", file("lan.conf"), "-f", file("bmc.emu"), "-s", file("."), "-n");
      awaitAnswer();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static BmcDriver driverOfIpmi() {
    return ServiceLoader.load(BmcDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.type().equals("ipmi"))
        .findFirst()
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("power"), "0\n");
    Files.writeString(folder.resolve("boot"), "none\n");
    Files.writeString(folder.resolve("events"), "");
    Path chassis = Files.writeString(folder.resolve("chassis"), CHASSIS);
    Files.setPosixFilePermissions(chassis, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(
        folder.resolve("bmc.emu"),
        """
        mc_setbmc 0x20
        mc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02 persist_sdr
        sel_enable 0x20 1000 0x0a
        mc_enable 0x20
        """);
    Files.writeString(
        folder.resolve("lan.conf"),
        """
        name "node"
        set_working_mc 0x20
          startlan 1
            addr 127.0.0.1 %d
            priv_limit admin
            allowed_auths_admin none md2 md5 straight
            guid a123456789abcdefa123456789abcde0
          endlan
          chassis_control "%s %s"
          sol "%s" 115200 nortscts history=16000
          user 1 false "" "x" user 10 none md2 md5 straight
          user 2 true "haas" "%s" admin 10 none md2 md5 straight
        """
            .formatted(port, chassis, folder, serialLine, PASSWORD));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Process start(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(command[0] + ".log").toFile())
        .start();
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + STARTING.toNanos();
    while (true) {
      try {
        driver.open(endpoint()).power();
        return;
      } catch (DriverException notYet) {
        if (System.nanoTime() - deadline > 0) {
          throw notYet;
        }
      }
    }
  }

  private void listen() {
    try {
      byte[] typed = new byte[1000];
      int length = serial.getInputStream().read(typed);
      while (length > 0) {
        synchronized (keys) {
          keys.write(typed, 0, length);
        }
        length = serial.getInputStream().read(typed);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @Override
  public BmcDriver driver() {
    return driver;
  }

  @Override
  public BmcEndpoint endpoint() {
    return new BmcEndpoint(
        new Label("node-1"),
        "127.0.0.1:" + port,
        "haas",
        new Secret(PASSWORD),
        Optional.empty(),
        Map.of(),
        Duration.ofSeconds(5),
        () -> true);
  }

  @Override
  public PowerState really() {
    return read("power").equals("1") ? PowerState.ON : PowerState.OFF;
  }

  /** It calls the disk the default. */
  @Override
  public BootDevice bootsFrom() {
    return switch (read("boot")) {
      case "pxe" -> BootDevice.PXE;
      case "default" -> BootDevice.DISK;
      default -> BootDevice.NONE;
    };
  }

  /** It does not pass that on. */
  @Override
  public Optional<Boolean> bootsOnce() {
    return Optional.empty();
  }

  @Override
  public long commandsHeard() {
    return read("events").lines().count();
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void print(byte[] text) {
    try {
      OutputStream out = serial.getOutputStream();
      out.write(text);
      out.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public byte[] keys() {
    synchronized (keys) {
      return keys.toByteArray();
    }
  }

  /** A pseudo terminal has no line that could break. */
  @Override
  public OptionalLong breaks() {
    return OptionalLong.empty();
  }

  @Override
  public String sharedThreads() {
    return "process reaper.*|ipmi-serial";
  }

  @Override
  public void hang(boolean on) {
    signal(on ? "STOP" : "CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(simulator.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void die() {
    end(simulator);
  }

  private static void end(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    end(simulator);
    end(relay);
    try (Stream<Path> files = Files.walk(folder)) {
      serial.close();
      Files.deleteIfExists(Path.of("/var/lock/LCK.." + serialLine.getFileName()));
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
