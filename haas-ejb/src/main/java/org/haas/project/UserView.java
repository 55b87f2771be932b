package org.haas.project;

import java.util.List;
import org.haas.spi.Label;

/**
 * A user of the login, as an administrator sees it.
 *
 * @param projects the projects that he is a member of, by name
 */
public record UserView(String username, boolean admin, List<Label> projects) {
  /** Copies the projects. */
  public UserView {
    projects = List.copyOf(projects);
  }
}
