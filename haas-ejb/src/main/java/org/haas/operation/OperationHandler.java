package org.haas.operation;

import java.util.List;

/** How a feature does its kind of operation. Found by CDI; never inside a transaction. */
public interface OperationHandler<O extends Operation> {
  /** The operations that it does. */
  Class<O> handles();

  /** Puts back what the request had changed: it was cancelled, in this transaction, unbegun. */
  void cancelled(O operation);

  /** A visit to the queue's hardware. Opens no connection yet. */
  Visit<O> open(Claim claim);

  /** Owned by one thread, and kept between batches while there is work. */
  interface Visit<O> extends AutoCloseable {
    /**
     * Does what is due, in one go, and completes each operation in the {@link Journal}. One that it
     * leaves RUNNING is given again. Does not throw for failures of the hardware.
     */
    void run(List<O> due);

    @Override
    void close();
  }
}
