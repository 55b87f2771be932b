package org.haas.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the launcher itself does in the database, as the role that owns it.
 *
 * @param database ours or somebody else's
 */
record DatabaseLogin(Database database) {

  boolean works() {
    try (Connection connection = connect()) {
      return connection.isValid(5);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /**
   * Makes the schema of Payara's batch repository and timers, apart from the application's tables.
   *
   * @throws Failure when the database cannot be reached or the role may not do it
   */
  void makeRoomForTheContainer() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists btree_gist");
      statement.execute("create schema if not exists haas_container");
    } catch (SQLException refused) {
      throw new Failure(
          "The database %s cannot be used: %s".formatted(database, refused.getMessage()), refused);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
