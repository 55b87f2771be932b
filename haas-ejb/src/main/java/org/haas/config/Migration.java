package org.haas.config;

import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts. Several instances may start at once:
 * Flyway takes a lock in the database.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
  private static final System.Logger LOG = System.getLogger(Migration.class.getName());

  @Resource(lookup = "jdbc/haas")
  private DataSource database;

  @PostConstruct
  void migrate() {
    FreshRequests.require(System.getProperty(FreshRequests.PROPERTY));
    int steps =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:db/migration")
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.log(INFO, "schema is up to date after {0} migration steps", steps);
  }
}
