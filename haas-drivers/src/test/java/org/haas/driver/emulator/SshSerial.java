package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A real SSH server whose one account's shell is a machine's serial port. */
final class SshSerial implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final EmulatedMachine machine;
  private final BooleanSupplier hanging;

  SshSerial(String user, String password, EmulatedMachine machine, BooleanSupplier hanging) {
    this.machine = machine;
    this.hanging = hanging;
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setPasswordAuthenticator(
        (name, secret, session) -> name.equals(user) && secret.equals(password));
    server.setKeyPairProvider(KeyPairProvider.wrap(SshEmulator.keyPair()));
    server.setShellFactory(channel -> new Serial());
    try {
      server.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return server.getPort();
  }

  /** The host key's SHA-256 in hexadecimal. */
  String fingerprint() {
    try {
      String shown =
          PublicKeyEntry.toString(
              server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
      byte[] key = Base64.getDecoder().decode(shown.split(" ")[1].strip());
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
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

  private final class Serial implements Command {
    private InputStream in;
    private OutputStream out;
    private ExitCallback exit;

    @Override
    public void start(ChannelSession channel, Environment environment) {
      machine.hush();
      threads.execute(this::run);
    }

    private void run() {
      try {
        while (hanging.getAsBoolean()) {
          Thread.sleep(20);
        }
        machine.listen(out);
        byte[] keys = new byte[1000];
        for (int length = in.read(keys); length > 0; length = in.read(keys)) {
          machine.type(Arrays.copyOf(keys, length));
        }
        exit.onExit(0);
      } catch (IOException gone) {
        exit.onExit(255);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      } finally {
        machine.leave(out);
      }
    }

    @Override
    public void setInputStream(InputStream from) {
      in = from;
    }

    @Override
    public void setOutputStream(OutputStream to) {
      out = to;
    }

    @Override
    public void setErrorStream(OutputStream to) {
      // A serial port has none.
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
      exit = callback;
    }

    @Override
    public void destroy(ChannelSession channel) {
      machine.leave(out);
    }
  }
}
