package org.haas.operation;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Forgets the batch runtime's records of jobs that ended long ago, each hour: a job is a worker's
 * shift, and what it did is told by the operations. Several instances may do it at once.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobPurge {
  private static final System.Logger LOG = System.getLogger(JobPurge.class.getName());
  private static final Duration KEPT = Duration.ofDays(1);

  /** A killed server's jobs never ended; no worker's shift is that long. */
  private static final Duration LONGEST_SHIFT = Duration.ofDays(30);

  /** One statement: the foreign keys between the tables are checked at its end. */
  private static final String FORGET =
      """
      with old as materialized (
        select jobexecid, jobinstanceid from executioninstancedata
        where endtime < ? or createtime < ?),
      step_states as (delete from stepstatus where id in (
        select stepexecid from stepexecutioninstancedata
        where jobexecid in (select jobexecid from old))),
      steps as (delete from stepexecutioninstancedata
        where jobexecid in (select jobexecid from old)),
      states as (delete from jobstatus where id in (select jobinstanceid from old)),
      executions as (delete from executioninstancedata
        where jobexecid in (select jobexecid from old))
      delete from jobinstancedata where jobinstanceid in (select jobinstanceid from old)
      """;

  @Resource(lookup = "jdbc/haas-container")
  private DataSource repository;

  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void purge() {
    Instant now = clock.instant();
    try (Connection connection = repository.getConnection();
        PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
      statement.setTimestamp(2, Timestamp.from(now.minus(LONGEST_SHIFT)));
      LOG.log(INFO, "forgot {0} old jobs", statement.executeUpdate());
    } catch (SQLException failed) {
      LOG.log(WARNING, "the records of old jobs were not deleted; tried again in an hour", failed);
    }
  }
}
