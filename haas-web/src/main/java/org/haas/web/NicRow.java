package org.haas.web;

import java.util.List;
import java.util.Optional;
import org.haas.network.AttachmentView;
import org.haas.node.NicView;
import org.haas.operation.OperationView;

/**
 * A NIC of the node that is shown.
 *
 * @param untagged the networks of its native channel: one, two while one replaces the other
 * @param tagged the networks that come with their tag
 * @param last what was asked of it last, while that is open or when it failed
 */
public record NicRow(
    NicView nic,
    List<AttachmentView> untagged,
    List<AttachmentView> tagged,
    Optional<OperationView> last) {

  /** Whether it waits for an operation; until then nothing else can be asked of it. */
  public boolean isBusy() {
    return last.isPresent() && last.get().state().isOpen();
  }

  /** Whether nothing is connected. */
  public boolean isParked() {
    return untagged.isEmpty() && tagged.isEmpty();
  }
}
