package org.haas.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a network, by the kernel's own tables: local addresses and ports, in hex. */
public final class Listeners {
  private static final String TCP_LISTENS = "0A";
  private static final String UDP_IS_BOUND = "07";
  private static final int ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Listeners() {}

  /**
   * Everybody in the network world in which that virtual machine's process is.
   *
   * @throws java.util.NoSuchElementException it does not run
   */
  public static Set<String> besideMachine(String uuid) {
    return sockets(process(uuid)).stream()
        .map(fields -> fields.get(ADDRESS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With which words the virtual machine's process was started. */
  public static String commandLine(String uuid) {
    return read(Path.of("/proc/%d/cmdline".formatted(process(uuid)))).replace('\0', ' ');
  }

  /** The IPv4 addresses of the network world in which that process is. */
  public static Set<String> addressesBesideMachine(String uuid) {
    List<String> lines =
        read(Path.of("/proc/%d/net/fib_trie".formatted(process(uuid)))).lines().toList();
    Set<String> own = new TreeSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("/32 host LOCAL")) {
        own.add(lines.get(i - 1).replaceAll("[^0-9.]", ""));
      }
    }
    return own;
  }

  /** One process. */
  public static Set<String> of(long process) {
    Set<String> inodes = new TreeSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/%d/fd".formatted(process)))) {
      open.forEach(each -> inodes.add(target(each)));
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
    return sockets(process).stream()
        .filter(fields -> inodes.contains("socket:[%s]".formatted(fields.get(INODE))))
        .map(fields -> fields.get(ADDRESS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long process(String uuid) {
    return Processes.lineWith("-uuid " + uuid).orElseThrow();
  }

  /** Those that take what comes, as the lines of the tables are divided. */
  private static List<List<String>> sockets(long process) {
    return Stream.of("tcp", "tcp6", "udp", "udp6")
        .flatMap(
            table ->
                read(Path.of("/proc/%d/net/%s".formatted(process, table)))
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.strip().split(" +")))
                    .filter(
                        fields ->
                            fields
                                .get(STATE)
                                .equals(table.startsWith("tcp") ? TCP_LISTENS : UDP_IS_BOUND)))
        .toList();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }
}
