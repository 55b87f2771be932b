package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Java half of {@code run}. Ends with 0, or with one sentence and 1. */
public final class Launcher {
  private static final String USAGE = "usage: ./run [--detach] [--lab] | ./run stop | ./run status";
  private static final List<String> START_OPTIONS = List.of("--detach", "--lab");

  private final List<String> arguments;
  private final Instance instance;
  private final Progress progress;
  private final AtomicBoolean interrupted = new AtomicBoolean();

  private Launcher(List<String> arguments, Instance instance, Progress progress) {
    this.arguments = arguments;
    this.instance = instance;
    this.progress = progress;
  }

  /**
   * @param arguments those of {@code run}; the system property {@code haas.project} is its folder
   */
  public static void main(String[] arguments) {
    Progress progress = new Progress(System.out, System.err);
    int code = 1;
    try {
      Jdk.requireSafe(Runtime.version().feature());
      Path project = Path.of(System.getProperty("haas.project", "")).toAbsolutePath();
      List<String> given = checked(List.of(arguments));
      Settings settings = Settings.of(System.getenv(), project);
      code = new Launcher(given, new Instance(settings, project, progress), progress).run();
    } catch (Failure failure) {
      progress.complain(failure.getMessage());
    } catch (IOException | InterruptedException broken) {
      progress.complain("HaaS could not be started or stopped: " + broken);
    }
    System.exit(code);
  }

  private static List<String> checked(List<String> arguments) {
    boolean known =
        START_OPTIONS.containsAll(arguments)
            || arguments.equals(List.of("stop"))
            || arguments.equals(List.of("status"));
    if (!known) {
      throw new Failure(USAGE);
    }
    return arguments;
  }

  private int run() throws IOException, InterruptedException {
    if (arguments.contains("status")) {
      return instance.status() ? 0 : 1;
    }
    if (arguments.contains("stop")) {
      instance.stop();
      return 0;
    }
    return up();
  }

  private int up() throws IOException, InterruptedException {
    AtomicBoolean ready = new AtomicBoolean();
    Thread stopping = new Thread(() -> interrupted(ready.get()), "stopping");
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      instance.up(arguments.contains("--lab"));
      ready.set(true);
      return arguments.contains("--detach") ? 0 : stay();
    } catch (Failure | IOException | InterruptedException failed) {
      waitIfInterrupted();
      instance.undo();
      throw failed;
    } finally {
      waitIfInterrupted();
      Runtime.getRuntime().removeShutdownHook(stopping);
    }
  }

  private int stay() throws IOException, InterruptedException {
    progress.print("Ctrl-C stops it.");
    Optional<Part> lost = instance.watch();
    waitIfInterrupted();
    if (lost.isEmpty()) {
      return 0;
    }
    progress.complain(
        "%s has ended; its log is %s. Stopping the rest."
            .formatted(lost.get().name(), lost.get().daemon().log()));
    instance.stop();
    return 1;
  }

  /** Ctrl-C and its like: the JVM ends when this returns. */
  private void interrupted(boolean ready) {
    interrupted.set(true);
    try {
      if (ready) {
        instance.stop();
      } else {
        progress.print("Interrupted: stopping what was started.");
        instance.undo();
      }
    } catch (Failure | IOException | InterruptedException failed) {
      progress.complain("Not everything was stopped: " + failed.getMessage());
    }
  }

  /** The main thread has nothing left to do once the JVM ends on a signal. */
  private void waitIfInterrupted() throws InterruptedException {
    if (interrupted.get()) {
      Thread.currentThread().join();
    }
  }
}
