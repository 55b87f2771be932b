package org.haas.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One HaaS: its settings, state and parts, and what one can do with the whole. */
final class Instance {
  private final Settings settings;
  private final State state;
  private final Secrets secrets;
  private final Parts parts;
  private final Lab lab;
  private final Start start;
  private final Progress progress;

  Instance(Settings settings, Path project, Progress progress) throws IOException {
    this.settings = settings;
    this.progress = progress;
    this.state = State.open(settings.state());
    this.secrets = Secrets.of(state);
    this.parts = Parts.of(settings, state, secrets, project);
    this.lab = new Lab(state, project);
    this.start = new Start(parts, progress);
  }

  /**
   * Starts what is missing and loads the site.
   *
   * @param withLab whether the virtual lab is built and loaded too
   */
  void up(boolean withLab) throws IOException, InterruptedException {
    try (FileLock only = state.lock()) {
      boolean first = !Files.exists(state.credentials());
      Tool.require("setsid", "util-linux");
      settings.database().map(DatabaseLogin::new).ifPresent(DatabaseLogin::makeRoomForTheContainer);
      start.run();
      load(withLab);
      progress.print(told(first && only.isValid()));
    }
  }

  private void load(boolean withLab) throws IOException, InterruptedException {
    if (settings.login().isPresent()) {
      return;
    }
    Site site = new Site(settings, settings.loginOr(""), Credentials.of(state));
    if (settings.withDemoSite()) {
      int port = settings.ports().simulator();
      String password = secrets.simulator();
      site.load(
          Site.demo(port, password),
          Site.demoHypervisors(port, password),
          state.folder("site-demo.json"),
          progress);
    }
    if (withLab) {
      progress.step("Lab", "building", lab::up);
      site.load(lab.document(), List.of(lab.hypervisor()), state.folder("site-lab.json"), progress);
    }
  }

  private String told(boolean first) throws IOException {
    String users =
        settings.login().isPresent()
            ? "Users are those of " + settings.loginOr("").issuer()
            : first
                ? "Users, made now and kept in %s:%n%s"
                    .formatted(state.credentials(), Credentials.of(state).lines().strip())
                : "Users and passwords are in " + state.credentials();
    return "%nHaaS is ready: %s%n%s".formatted(settings.publicUrl(), users);
  }

  /** Stops what {@link #up} began, and leaves what ran before. */
  void undo() throws IOException, InterruptedException {
    start.undo();
  }

  /** Stops everything, in order, each part within a bounded time. */
  void stop() throws IOException, InterruptedException {
    try (FileLock only = state.lock()) {
      for (Part part : parts.inOrderOfStopping().toList()) {
        if (part.running().isPresent() && only.isValid()) {
          progress.step(part.name(), "stopping", part::stop);
        } else {
          part.stop();
        }
      }
      lab.down();
    }
  }

  /**
   * Returns when a part has ended without being asked to, or when all were stopped from elsewhere.
   *
   * @return the part that ended
   */
  Optional<Part> watch() throws InterruptedException {
    Waiting.until(
        Duration.ofDays(3650),
        () -> parts.wanted().stream().anyMatch(part -> part.running().isEmpty()));
    return parts.wanted().stream().filter(part -> part.daemon().lost()).findFirst();
  }

  /** Prints what runs and what does not; tells whether everything does. */
  boolean status() {
    boolean all = true;
    for (Part part : parts.wanted()) {
      boolean up = part.running().isPresent() && part.answers();
      progress.print("%-10s %s".formatted(part.name(), up ? told(part) : notUp(part)));
      all &= up;
    }
    settings.database().ifPresent(each -> progress.print("PostgreSQL elsewhere: " + each.url()));
    settings.login().ifPresent(each -> progress.print("Login elsewhere: " + each.issuer()));
    progress.print("Portal     " + settings.publicUrl());
    return all;
  }

  private static String told(Part part) {
    String pid = part.running().map(process -> Long.toString(process.pid())).orElse("-");
    return "up    pid %s  %s".formatted(pid, part.address());
  }

  private static String notUp(Part part) {
    if (part.running().isPresent()) {
      return "does not answer at " + part.address();
    }
    return part.daemon().lost() ? "down, ended by itself" : "down";
  }
}
