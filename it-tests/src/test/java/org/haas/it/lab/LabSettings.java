package org.haas.it.lab;

import java.nio.file.Path;

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
}
