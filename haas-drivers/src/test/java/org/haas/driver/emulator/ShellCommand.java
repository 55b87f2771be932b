package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** Joins an emulated command line and an SSH channel. */
final class ShellCommand implements Command {
  private final EmulatedShell shell;
  private final Executor threads;
  private InputStream keys;
  private OutputStream screen;
  private ExitCallback exit;

  ShellCommand(EmulatedShell shell, Executor threads) {
    this.shell = shell;
    this.threads = threads;
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    threads.execute(() -> serve(channel));
  }

  private void serve(ChannelSession channel) {
    try {
      show(shell.greeting());
      int key = 0;
      while (!shell.ended() && key >= 0) {
        key = keys.read();
        if (key >= 0) {
          show(shell.typed((char) key));
        }
      }
      exit.onExit(0);
    } catch (ConnectionCut cut) {
      cut(channel, cut.before());
    } catch (IOException gone) {
      exit.onExit(255);
    }
  }

  private void show(String text) throws IOException {
    screen.write(text.getBytes(StandardCharsets.ISO_8859_1));
    if (!text.isEmpty() && (text.length() > 1 || keys.available() == 0)) {
      screen.flush();
    }
  }

  private void cut(ChannelSession channel, String before) {
    try {
      show(before);
    } catch (IOException gone) {
      // It shall be gone.
    }
    channel.getSession().close(true);
  }

  @Override
  public void setInputStream(InputStream in) {
    keys = in;
  }

  @Override
  public void setOutputStream(OutputStream out) {
    screen = out;
  }

  @Override
  public void setErrorStream(OutputStream err) {
    // A terminal has one screen.
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  @Override
  public void destroy(ChannelSession channel) {
    shell.close();
  }
}
