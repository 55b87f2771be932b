package org.haas.it.lab;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a lab is and what its names begin with, so that several exist side by side.
 *
 * @param state the folder for its keys, its switches' databases and the site document
 * @param prefix of nodes, switches and namespaces: 1 to 8 small letters and digits
 * @param sshPort of the first switch on 127.0.0.1; the second has the next
 */
public record LabSettings(Path state, String prefix, int sshPort) {

  public LabSettings {
    state = state.toAbsolutePath();
  }

  /** Those that {@code HAAS_LAB_PREFIX} and {@code HAAS_LAB_SSH_PORT} give, as the commands do. */
  public static LabSettings ofEnvironment(Path state) {
    return new LabSettings(
        state,
        variable("HAAS_LAB_PREFIX", "lab"),
        Integer.parseInt(variable("HAAS_LAB_SSH_PORT", "19022")));
  }

  private static String variable(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name))
        .filter(value -> !value.isEmpty())
        .orElse(otherwise);
  }
}
