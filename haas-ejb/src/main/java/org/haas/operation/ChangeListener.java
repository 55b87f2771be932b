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
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears the database's notifications on a connection of its own, on a thread of its own, and
 * connects again when it breaks. What is missed meanwhile, {@link Kick}'s timer finds; whoever
 * watches is told to look at everything.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangeListener {
  private static final System.Logger LOG = System.getLogger(ChangeListener.class.getName());
  private static final int WAIT_MILLIS = 500;

  @Resource(lookup = "jdbc/haas")
  private DataSource source;

  @Inject private Changes changes;

  private volatile boolean stopped;

  /**
   * A thread that is not the container's: what is handed on from one of its own would carry this
   * bean's invocation along, and Payara mixes up invocations that several tasks share.
   */
  @PostConstruct
  void begin() {
    changes.watch(change -> {}).close(); // made here: that thread could not inject into it
    changes.heard(Change.MISSED); // made here: on that thread Payara would not inject its database
    Thread listener = new Thread(this::listen, "haas-changes");
    listener.setDaemon(true);
    listener.start();
  }

  @PreDestroy
  void end() {
    stopped = true;
  }

  private void listen() {
    while (!stopped) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + Changes.CHANNEL);
        changes.heard(Change.MISSED);
        hear(connection.unwrap(PGConnection.class));
        statement.execute("unlisten *");
      } catch (SQLException | RuntimeException broken) {
        LOG.log(WARNING, "the connection for notifications broke; connecting again", broken);
        pause();
      }
    }
  }

  private void hear(PGConnection connection) throws SQLException {
    while (!stopped) {
      PGNotification[] notifications = connection.getNotifications(WAIT_MILLIS);
      if (notifications != null) {
        for (PGNotification notification : notifications) {
          changes.heard(Change.decoded(notification.getParameter()));
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(WAIT_MILLIS);
    } catch (InterruptedException stopping) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}
