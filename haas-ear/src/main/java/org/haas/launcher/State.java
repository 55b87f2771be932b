package org.haas.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of everything that outlives a run. Only its owner may look into it. */
record State(Path root) {

  /** Makes what is missing. */
  static State open(Path root) throws IOException {
    privateFolder(root);
    privateFolder(root.resolve("log"));
    return new State(root);
  }

  Path folder(String name) {
    return root.resolve(name);
  }

  Path log(String part) {
    return root.resolve("log").resolve(part + ".log");
  }

  Path credentials() {
    return root.resolve("credentials");
  }

  Path secrets() {
    return root.resolve("secrets.properties");
  }

  Path masterKey() {
    return root.resolve("master.key");
  }

  /**
   * Keeps a second launcher away from this state until the lock is closed.
   *
   * @throws Failure when another one holds it
   */
  FileLock lock() throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new Failure(
          "Another run is starting or stopping HaaS in %s: wait for it.".formatted(root));
    }
    return lock;
  }

  /** Makes a folder with mode 0700, and its parents. */
  static void privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Writes a file with mode 0600, which it has before the first byte is in it. */
  static void privateFile(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
