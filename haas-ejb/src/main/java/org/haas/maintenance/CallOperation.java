package org.haas.maintenance;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.haas.node.Node;
import org.haas.operation.Operation;
import org.haas.operation.QueueId;
import org.haas.project.Project;

/** Tell the maintenance service that a machine is there: again and again, until it has heard. */
@Entity
@DiscriminatorValue("maintenance")
public class CallOperation extends Operation {
  /** For JPA. */
  protected CallOperation() {}

  CallOperation(Node of, Project caretaker, String requestedBy, Instant at) {
    super(QueueId.MAINTENANCE, "call_maintenance", requestedBy, at);
    about(of.label().value(), null);
    belongsTo(caretaker.id(), caretaker.label().value());
  }
}
