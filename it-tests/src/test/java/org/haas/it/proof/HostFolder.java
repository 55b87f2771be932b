package org.haas.it.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of the lab's hypervisor, behind the back of libvirt.
 *
 * @param lab the folder of the whole lab
 */
record HostFolder(Path lab) {
  private static final String MACHINES = "hv1/etc/qemu";
  private static final String DISKS = "hv1/disks";

  /** All files of the lab, by their paths in it. */
  Set<String> files() {
    Set<String> files = new TreeSet<>();
    try {
      Files.walkFileTree(
          lab,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              files.add(lab.relativize(file).toString());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path gone, IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files;
  }

  /** How libvirt keeps the machine with that id. */
  String definition(String id) {
    return new String(read(file(MACHINES, "-" + id.substring(0, 8) + ".xml")), UTF_8);
  }

  /** The disk from which it configures itself. */
  byte[] seed(String id) {
    return read(file(DISKS, id + ".seed.iso"));
  }

  private Path file(String folder, String end) {
    try (Stream<Path> all = Files.list(lab.resolve(folder))) {
      return all.filter(each -> each.toString().endsWith(end)).findAny().orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
