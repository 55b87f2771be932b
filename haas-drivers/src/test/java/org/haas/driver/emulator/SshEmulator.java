package org.haas.driver.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/** A real SSH server on 127.0.0.1 whose one account has commands, or a command line. */
public final class SshEmulator implements AutoCloseable {
  private static final KeyPair HOST_KEY = keyPair();

  private final SshServer server = SshServer.setUpDefaultServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Function<String, EmulatedCommand> account;
  private final AtomicLong lines = new AtomicLong();
  private volatile KeyPair hostKey = HOST_KEY;
  private volatile boolean hanging;

  /** Starts with a login by password: as a method of its own, or by questions only. */
  public SshEmulator(
      String user,
      String password,
      boolean byQuestions,
      Function<String, EmulatedCommand> account) {
    this.account = account;
    server.setPasswordAuthenticator(
        (name, secret, session) -> name.equals(user) && secret.equals(password));
    server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator());
    server.setUserAuthFactories(
        List.of(
            byQuestions
                ? UserAuthKeyboardInteractiveFactory.INSTANCE
                : UserAuthPasswordFactory.INSTANCE));
    start();
  }

  /** Starts with a login by this key only. */
  public SshEmulator(String user, PublicKey key, Function<String, EmulatedCommand> account) {
    this.account = account;
    server.setPublickeyAuthenticator(
        (name, shown, session) -> name.equals(user) && KeyUtils.compareKeys(key, shown));
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    start();
  }

  /** Starts with a login by password to a command line. */
  public SshEmulator(String user, String password, Supplier<EmulatedShell> shells) {
    this(user, password, false, line -> EmulatedCommand.refused(1, "there is a command line only"));
    server.setShellFactory(channel -> new ShellCommand(shells.get(), threads));
  }

  /** Starts with a login by password to a subsystem, and nothing else. */
  public SshEmulator(
      String user, String password, String subsystem, Supplier<EmulatedShell> sessions) {
    this(user, password, false, line -> EmulatedCommand.refused(1, "there is a subsystem only"));
    server.setSubsystemFactories(
        List.of(
            new SubsystemFactory() {
              @Override
              public String getName() {
                return subsystem;
              }

              @Override
              public Command createSubsystem(ChannelSession channel) {
                return new ShellCommand(sessions.get(), threads);
              }
            }));
  }

  private void start() {
    server.setHost("127.0.0.1");
    server.setPort(0);
    CoreModuleProperties.TCP_NODELAY.set(server, true);
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST_KEY));
    server.setCommandFactory((channel, line) -> new Running(line));
    try {
      server.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** From now on it has old algorithms only, and another host key. */
  public void growOld() {
    hostKey = OldSsh.become(server);
  }

  /** The TCP port in use. */
  public int port() {
    return server.getPort();
  }

  /** The host key, {@code <type> <base64>}. */
  public String hostKey() {
    return PublicKeyEntry.toString(hostKey.getPublic()).strip();
  }

  /** A new key pair, such as for a login. */
  public static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The private key as OpenSSH writes it, without a passphrase. */
  public static String privateKeyFile(KeyPair pair) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "login", null, file);
      return file.toString(StandardCharsets.US_ASCII);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** How many command lines came. */
  public long linesHeard() {
    return lines.get();
  }

  /** Whether commands get no answer. */
  public void hang(boolean on) {
    hanging = on;
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private final class Running implements Command {
    private final String line;
    private OutputStream output;
    private OutputStream errors;
    private ExitCallback exit;

    Running(String line) {
      this.line = line;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
      lines.incrementAndGet();
      if (!hanging) {
        threads.execute(this::run);
      }
    }

    private void run() {
      try {
        EmulatedCommand result = account.apply(line);
        output.write(result.output().getBytes(StandardCharsets.UTF_8));
        output.flush();
        errors.write(result.errors().getBytes(StandardCharsets.UTF_8));
        errors.flush();
        exit.onExit(result.exitCode());
      } catch (IOException gone) {
        exit.onExit(255);
      }
    }

    @Override
    public void setInputStream(InputStream in) {
      // The commands of these accounts read nothing.
    }

    @Override
    public void setOutputStream(OutputStream out) {
      output = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
      errors = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
      exit = callback;
    }

    @Override
    public void destroy(ChannelSession channel) {
      // A hung command ends with its channel.
    }
  }
}
