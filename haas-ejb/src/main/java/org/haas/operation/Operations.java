package org.haas.operation;

import jakarta.ejb.Stateless;
import java.util.UUID;
import org.haas.error.HaasException;
import org.haas.page.Page;

/** What was asked of the hardware, and how it went. */
@Stateless
public class Operations {

  /**
   * One operation, for members of its project and administrators.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public OperationView show(UUID id) {
    throw new IllegalStateException();
  }

  /** The operations of the caller's projects, newest first; an administrator sees all. */
  public Page<OperationView> list(OperationQuery query) {
    throw new IllegalStateException();
  }

  /**
   * Takes back an operation that has not begun.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it runs or has ended
   */
  public OperationView cancel(UUID id) {
    throw new IllegalStateException();
  }
}
