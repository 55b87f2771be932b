package org.haas.operation;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.haas.config.HaasConfig;

/**
 * The batch job that works one queue, and lingers with its visit open before it gives the queue
 * back.
 */
@Named("queueWorker")
@Dependent
public class QueueWorker implements Batchlet {
  @Inject
  @BatchProperty(name = "queue")
  private String queue;

  @Inject private Shift shift;
  @Inject private Bells bells;
  @Inject private HaasConfig config;

  private volatile boolean stopped;

  @Override
  public String process() {
    QueueId id = QueueId.parse(queue);
    Bells.Bell bell = bells.of(id);
    try {
      return shift.work(id, bell, config.queueLinger(), () -> stopped);
    } finally {
      bells.remove(id, bell);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
