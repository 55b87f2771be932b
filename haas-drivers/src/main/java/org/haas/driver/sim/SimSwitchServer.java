package org.haas.driver.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.haas.spi.Label;

/**
 * Simulated switches, controllers and hypervisors behind one TCP port of 127.0.0.1, meant to run as
 * a process of their own:
 *
 * <pre>{@code
 * java -cp haas-drivers.jar org.haas.driver.sim.SimSwitchServer \
 *     --state DIR [--switch NAME]... [--bmc NAME]... [--hypervisor NAME]... \
 *     [--port 7101] [--ports-per-switch 24] [--login FILE]
 * }</pre>
 *
 * <p>DIR keeps what {@code save} saved and the log of each switch, and the file {@code port} with
 * the port in use. FILE holds {@code user:secret}. A restart is a power cycle: each switch comes
 * back with its startup configuration, and all machines are off; hypervisors keep theirs.
 */
public final class SimSwitchServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SimSwitchServer.class.getName());
  private static final String PORT_FILE = "port";
  private static final int WAITING = 200;
  private static final Set<String> FORMS =
      Set.of("admin 3", "login 5", "bmc 4", "console 4", "host 5", "vm-console 6", "vm-screen 6");
  private static final Duration LOGIN_TIME = Duration.ofSeconds(10);

  private final SimOptions options;
  private final ServerSocket listener;
  private final Map<Label, SimDevice> devices = new TreeMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SimBmcs bmcs;
  private final SimHosts hosts;
  private final AtomicLong sessions = new AtomicLong();

  private SimSwitchServer(SimOptions options, ServerSocket listener) throws IOException {
    this.options = options;
    this.listener = listener;
    this.bmcs = new SimBmcs(options);
    this.hosts = new SimHosts(options, bmcs.consoles());
    for (Label name : options.switches()) {
      devices.put(name, new SimDevice(name, options.portNames(), options.state()));
    }
  }

  /** Starts the switches in this process and returns; {@link #close} stops them. */
  public static SimSwitchServer start(SimOptions options) throws IOException {
    Files.createDirectories(options.state());
    Files.deleteIfExists(options.state().resolve(PORT_FILE));
    // Of a channel, so that a console can be served with all others on one thread.
    ServerSocket listener = ServerSocketChannel.open().socket();
    listener.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()),
        WAITING);
    SimSwitchServer server = new SimSwitchServer(options, listener);
    server.threads.execute(server::accept);
    server.threads.execute(server.bmcs::serveConsoles);
    Files.writeString(options.state().resolve(PORT_FILE), server.port() + "\n");
    LOG.log(System.Logger.Level.INFO, "simulated switches on port {0}", "" + server.port());
    return server;
  }

  /** Runs until the process is ended. */
  public static void main(String[] arguments) {
    try {
      start(SimOptions.parse(arguments));
    } catch (IOException | IllegalArgumentException refused) {
      LOG.log(System.Logger.Level.ERROR, "not started: {0}", refused.getMessage());
      System.exit(1);
    }
  }

  /** The TCP port in use. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        hand(listener.accept());
      } catch (IOException closing) {
        LOG.log(System.Logger.Level.DEBUG, "not accepting: {0}", closing.getMessage());
      }
    }
  }

  /** While the server is closed one more connection may slip in: it must not wait for an answer. */
  private void hand(Socket socket) throws IOException {
    try {
      threads.execute(() -> serve(socket));
    } catch (RejectedExecutionException closing) {
      socket.close();
    }
  }

  private void serve(Socket socket) {
    boolean kept = false;
    try {
      kept = greet(new LineConnection(socket));
    } catch (IOException | IllegalArgumentException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a session ended: {0}", gone.getMessage());
    } finally {
      if (!kept) {
        LineConnection.close(socket);
      }
    }
  }

  /** Whether the connection lives on without this thread. */
  private boolean greet(LineConnection connection) throws IOException {
    String[] greeting = connection.receive(System.nanoTime() + LOGIN_TIME.toNanos()).split(" ");
    String form = greeting[0] + " " + greeting.length;
    if (!FORMS.contains(form) || !allowed(greeting)) {
      connection.send("error wrong user or secret, or not a login\n");
      return false;
    }
    switch (greeting[0]) {
      case "admin" -> new SimAdministration(devices, bmcs, hosts, connection).serve();
      case "login" -> serve(connection, greeting);
      case "host", "vm-console", "vm-screen" -> {
        return hosts.serve(connection, greeting);
      }
      default -> {
        return bmcs.serve(connection, greeting);
      }
    }
    return false;
  }

  private void serve(LineConnection connection, String[] greeting) throws IOException {
    SimDevice device = devices.get(new Label(greeting[1]));
    if (device == null) {
      connection.send("error there is no switch " + greeting[1] + " here\n");
      return;
    }
    long fence = Long.parseLong(greeting[2]);
    new SimDialogue(device, connection, sessions.incrementAndGet(), fence).serve();
  }

  private boolean allowed(String[] greeting) {
    String user = decoded(greeting[greeting.length - 2]);
    String shown = user + ":" + decoded(greeting[greeting.length - 1]);
    return options.login().isEmpty()
        || MessageDigest.isEqual(bytes(options.login().get()), bytes(shown));
  }

  private static String decoded(String text) {
    return text.equals("-")
        ? ""
        : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    devices.values().forEach(SimDevice::drop);
    hosts.close();
    bmcs.close();
    threads.shutdownNow();
  }
}
