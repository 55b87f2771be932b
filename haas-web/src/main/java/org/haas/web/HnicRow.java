package org.haas.web;

import java.util.Optional;
import org.haas.headnode.HnicView;
import org.haas.operation.OperationView;

/**
 * A NIC of a headnode on its page.
 *
 * @param last what was last asked of it, if that is not over or failed
 */
public record HnicRow(HnicView nic, Optional<OperationView> last) {
  /** Whether something is being done to it: then nothing else can be asked. */
  public boolean isBusy() {
    return last.filter(operation -> operation.state().isOpen()).isPresent();
  }
}
