package org.haas.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks a distribution once; a folder is either whole or not there. */
final class Unpack {
  private Unpack() {}

  /** The making of one folder. */
  interface Filling {
    void into(Path folder) throws IOException, InterruptedException;
  }

  /** Makes the folder unless it is there. */
  static void once(Path folder, Filling filling) throws IOException, InterruptedException {
    if (Files.exists(folder)) {
      return;
    }
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    remove(unfinished);
    Files.createDirectories(unfinished);
    filling.into(unfinished);
    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Unpacks a zip without the folder that everything in it lies in. Scripts can be run afterwards.
   *
   * @param wanted tells by the path inside that folder
   */
  static void zip(Path zip, Path into, Predicate<String> wanted) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = into.resolve(name).normalize();
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while unpacking " + zip);
        }
        if (!entry.isDirectory() && target.startsWith(into) && wanted.test(name)) {
          Files.createDirectories(target.getParent());
          try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
          }
          allowToRun(target);
        }
      }
    }
  }

  private static void allowToRun(Path file) throws IOException {
    if (file.getParent().getFileName().toString().equals("bin")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Unpacks the one archive {@code *.txz} that a jar holds, by the tools tar and xz. */
  static void archiveInJar(Path jar, Path into) throws IOException, InterruptedException {
    Path archive = into.resolve("archive.txz");
    try (ZipFile file = new ZipFile(jar.toFile())) {
      ZipEntry entry =
          file.stream()
              .filter(each -> each.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new Failure(jar + " holds no archive of PostgreSQL."));
      try (InputStream content = file.getInputStream(entry)) {
        Files.copy(content, archive);
      }
    }
    Tool.run(List.of("tar", "-xJf", archive.toString(), "-C", into.toString()));
    Files.delete(archive);
  }

  /** Removes a folder with everything in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
