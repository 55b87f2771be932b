package org.haas.console;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haas.config.HaasConfig;

/**
 * What consoles said, on the disk of this instance: a folder for each node and tenure, deleted when
 * the tenure ends.
 */
@ApplicationScoped
class Recordings {
  private static final System.Logger LOG = System.getLogger(Recordings.class.getName());

  private Optional<Path> path = Optional.empty();
  private long mostBytes;
  private Clock clock;

  /** For CDI. */
  protected Recordings() {}

  @Inject
  Recordings(HaasConfig config, Clock clock) {
    this(config.consolePath(), config.consoleRecord(), clock);
    if (path.isEmpty()) {
      LOG.log(WARNING, "neither HAAS_CONSOLE_PATH nor HAAS_STATE is set: no console is recorded");
    }
  }

  Recordings(Optional<Path> path, long mostBytes, Clock clock) {
    this.path = path;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** Writes down what comes; empty when nothing is to be recorded. */
  Optional<Recorder> begin(Place place) {
    return path.filter(known -> mostBytes > 0)
        .map(known -> new Recorder(new Recording(folder(known, place), mostBytes), clock));
  }

  /** What was written down of this tenure, oldest first. */
  InputStream read(Place place) {
    try {
      return path.isEmpty()
          ? InputStream.nullInputStream()
          : Recording.read(folder(path.get(), place));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Deletes what was written down of this tenure. */
  void delete(Place place) {
    path.ifPresent(known -> delete(folder(known, place)));
  }

  /** Deletes what was written down of all tenures but these. */
  void deleteAllBut(Set<String> tenures) {
    if (path.isEmpty() || !Files.isDirectory(path.get())) {
      return;
    }
    try (Stream<Path> folders = Files.list(path.get())) {
      folders
          .filter(folder -> !tenures.contains(tenure(folder.getFileName().toString())))
          .filter(folder -> folder.getFileName().toString().matches("\\d+-[0-9a-f-]{36}"))
          .forEach(Recordings::delete);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String tenure(String folder) {
    return folder.substring(folder.indexOf('-') + 1);
  }

  private static Path folder(Path path, Place place) {
    return path.resolve(place.id() + "-" + place.tenure());
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
