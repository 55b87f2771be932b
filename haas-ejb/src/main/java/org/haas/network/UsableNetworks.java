package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.haas.error.HaasException;
import org.haas.project.Project;
import org.haas.spi.Label;

/** Networks for what is not a node's and wants to be on one. */
@ApplicationScoped
public class UsableNetworks {
  @Inject private NetworkStore networks;

  /**
   * The network, which nobody can delete, nor take from the project, until the transaction ends.
   *
   * @throws HaasException NOT_FOUND; PROJECT_MISMATCH the project may not use it
   */
  public Network require(Label network, Project project) {
    Network wanted = networks.shared(network);
    wanted.requireUsableBy(project.id(), project.label());
    return wanted;
  }
}
