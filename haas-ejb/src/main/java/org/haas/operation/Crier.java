package org.haas.operation;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Tells every instance what this one has committed: all that has gathered by one notification each,
 * in one statement. A thread and a connection of its own, as {@link ChangeListener}.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Crier {
  private static final System.Logger LOG = System.getLogger(Crier.class.getName());
  private static final int PAUSE_MILLIS = 500;

  /** Under load as many as come in this time share one transaction; the first never waits. */
  private static final int GATHER_MILLIS = 5;

  private static final String TELL =
      "select pg_notify('" + Changes.CHANNEL + "', told) from unnest(?::text[]) told";

  @Resource(lookup = "jdbc/haas")
  private DataSource source;

  @Inject private Announcements announcements;

  private Thread thread;

  /** Begins with the word to look again: what a dead instance did not tell is seen by then. */
  @PostConstruct
  void begin() {
    announcements.tell(List.of(Change.MISSED));
    thread = new Thread(this::cry, "haas-announcements");
    thread.setDaemon(true);
    thread.start();
  }

  @PreDestroy
  void end() {
    thread.interrupt();
  }

  private void cry() {
    try {
      while (true) {
        String[] told =
            announcements.take().stream().map(Change::encoded).distinct().toArray(String[]::new);
        while (!isTold(told)) {
          Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(GATHER_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTold(String[] told) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(TELL)) {
      statement.setArray(1, connection.createArrayOf("text", told));
      return statement.execute();
    } catch (SQLException | RuntimeException broken) {
      LOG.log(WARNING, "changes were not told; tried again", broken);
      return false;
    }
  }
}
