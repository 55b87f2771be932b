package org.haas.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A user's computer: a node of the lab, in whose network he works, with an SSH key of his own. */
public final class Workstation {
  private final String node;
  private final Path key;

  /**
   * Sits down at a node, with a new key.
   *
   * @param node such as {@code lab-01}
   */
  public Workstation(String node) {
    this.node = node;
    try {
      key = Files.createTempDirectory("haas-workstation").resolve("key");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    String unused =
        Processes.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f"), words(key));
  }

  private static List<String> words(Path path) {
    return List.of(path.toString());
  }

  /** The public half of the key: one line. */
  public String publicKey() {
    try {
      return Files.readString(Path.of(key + ".pub")).strip();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What a command on a machine says, or ssh if it cannot log in there. */
  public String ssh(String address, String command) {
    List<String> there = Processes.words("ip", "netns", "exec", node);
    return Processes.said(
        there,
        List.of(
            "ssh",
            "-F/dev/null",
            "-i" + key,
            "-oBatchMode=yes",
            "-oStrictHostKeyChecking=no",
            "-oUserKnownHostsFile=/dev/null",
            "-oLogLevel=ERROR",
            "-oConnectTimeout=5",
            "root@" + address,
            command));
  }

  /** Whether somebody answers there, by TCP. */
  public boolean connects(String address, int port) {
    List<String> there = Processes.words("ip", "netns", "exec", node);
    String attempt = "timeout 2 bash -c ': </dev/tcp/%s/%d' && echo open".formatted(address, port);
    return Processes.said(there, List.of("sh", "-c", attempt)).endsWith("open\n");
  }
}
