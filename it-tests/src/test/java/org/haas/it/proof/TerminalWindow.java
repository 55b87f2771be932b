package org.haas.it.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real terminal, tmux, with a shell in it, and what a person sees there. */
final class TerminalWindow implements AutoCloseable {
  private final String socket = "haas-" + ProcessHandle.current().pid();

  /**
   * Opens it.
   *
   * @param home of the person
   * @param programs a folder that comes first in the search path
   */
  TerminalWindow(Path home, Path programs) {
    Path caches = programs.resolve("cache");
    tmux(
        "-f/dev/null",
        "new-session",
        "-d",
        "-x160",
        "-y50",
        "-c" + home,
        "env",
        "-i",
        "HOME=" + home,
        "PATH=" + programs + ":" + System.getenv("PATH"),
        "JAVA_HOME=" + System.getProperty("java.home"),
        "XDG_CACHE_HOME=" + caches,
        "LANG=C.UTF-8",
        "TERM=screen-256color",
        "PS1=$ ",
        "bash",
        "--noprofile",
        "--norc");
  }

  /** Scrolls away all but the prompt. */
  void clear() {
    tmux("send-keys", "C-l");
  }

  /** Forgets what has scrolled away. */
  void forget() {
    tmux("clear-history");
  }

  /** Types that. */
  void types(String keys) {
    tmux("send-keys", "-l", keys);
  }

  /** Presses that key. */
  void enters() {
    tmux("send-keys", "Enter");
  }

  /** Its lines, those that have scrolled away too; one that the window broke is whole. */
  List<String> lines() {
    return tmux("capture-pane", "-pJ", "-S-").stripTrailing().lines().map(String::strip).toList();
  }

  /** The same with its colours. */
  String coloured() {
    return tmux("capture-pane", "-pe", "-S-");
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L" + socket));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
      return said;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    tmux("kill-server");
  }
}
