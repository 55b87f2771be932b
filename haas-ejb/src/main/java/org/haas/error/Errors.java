package org.haas.error;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.transaction.xa.XAException;
import org.postgresql.util.PSQLException;

/**
 * The one translation of a failure into what the caller is told. Knows the names of the database's
 * constraints; anything that it does not know is logged with an id and told without detail.
 */
public final class Errors {
  private static final System.Logger LOG = System.getLogger(Errors.class.getName());
  private static final String LOCK_TIMEOUT = "55P03";
  private static final String HEADNODE_ON_NETWORK =
      "A headnode is still connected to the network; detach it first.";

  /** Classes of states: connection exception, insufficient resources, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  private static final Map<String, ErrorView> CONSTRAINTS =
      Map.ofEntries(
          duplicate("project_label_unique", "A project of that name exists already."),
          duplicate("api_token_label_unique", "You have an API token of that name already."),
          duplicate("webhook_label_unique", "The project has a webhook of that name already."),
          duplicate("membership_unique", "That user is a member of the project already."),
          duplicate("switch_label_unique", "A switch of that name exists already."),
          duplicate("port_name_unique", "The switch has a port of that name already."),
          duplicate("node_label_unique", "A node of that name exists already."),
          duplicate("nic_label_unique", "The node has a NIC of that name already."),
          duplicate("nic_port_unique", "The port has a NIC already; detach that first."),
          duplicate("network_label_unique", "A network of that name exists already."),
          duplicate("network_grant_unique", "The project may use the network already."),
          blocked("network_vlan_unique", "The VLAN belongs to another network."),
          blocked(
              "attachment_channel_unique",
              "The NIC carries another network on that channel; detach it first."),
          blocked("attachment_network_unique", "The network is attached to that NIC already."),
          blocked(
              "operation_open_nic_unique",
              "The NIC has a pending operation; wait until it is done."),
          blocked(
              "operation_open_power_unique",
              "The node has an open operation of its BMC; wait for it, or cancel it while it is"
                  + " pending."),
          blocked(
              "attachment_node_project",
              "The node is connected to a network; detach its NICs first."),
          blocked(
              "operation_node_project", "The node has a pending operation; wait until it is done."),
          blocked("node_project", "The project still has nodes; release them first."),
          blocked(
              "maintenance_pool_project",
              "The project is the maintenance pool's; name another one there first."),
          blocked("node_console_closed", "A console of the node is still open; try again."),
          blocked("node_operations_ended", "The node has an open operation; try again."),
          blocked(
              "node_released_whole",
              "The release of the node is not done; an administrator may free it."),
          blocked("network_owner", "The project still owns networks; delete them first."),
          blocked(
              "network_grant_project", "The project may still use networks; revoke that first."),
          blocked("attachment_nic", "The NIC is connected to a network; detach it first."),
          blocked("network_in_use", "The network is still connected to nodes; detach them first."),
          blocked("port_in_use", "The port has a NIC; detach it first."),
          blocked(
              "observation_open_unique",
              "HaaS observes already; an administrator has to accept the drift report."),
          blocked("switch_in_use", "The switch still has ports; delete them first."),
          blocked("node_in_use", "The node still has NICs; delete them first."),
          duplicate("hypervisor_label_unique", "A hypervisor of that name exists already."),
          duplicate("headnode_label_unique", "A headnode of that name exists already."),
          duplicate("hnic_label_unique", "The headnode has a NIC of that name already."),
          duplicate("hnic_mac_unique", "Another headnode's NIC has that MAC address."),
          blocked("headnode_project", "The project still has headnodes; delete them first."),
          blocked("headnode_hypervisor", "The hypervisor still has headnodes; delete them first."),
          blocked("hnic_network", HEADNODE_ON_NETWORK),
          blocked("hnic_carried", HEADNODE_ON_NETWORK),
          blocked("hnic_network_granted", HEADNODE_ON_NETWORK),
          blocked(
              "hnic_network_usable",
              "The headnode's project may not use the network; ask its owner to share it."),
          blocked(
              "operation_open_headnode_unique",
              "The headnode has an open operation; wait until it is done."),
          blocked(
              "operation_open_hnic_unique",
              "The headnode's NIC has an open operation; wait until it is done, or cancel it while"
                  + " it is pending."));

  private Errors() {}

  /** The names of the constraints that have a sentence of their own. */
  static Set<String> constraints() {
    return CONSTRAINTS.keySet();
  }

  /** What to tell the caller; never throws, and logs only what is our own failure. */
  public static ErrorView view(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<ErrorView> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return internal(failure);
  }

  private static Optional<ErrorView> known(Throwable cause) {
    if (cause instanceof HaasException refusal) {
      return Optional.of(
          new ErrorView(refusal.code(), refusal.getMessage(), refusal.field(), Optional.empty()));
    }
    if (cause instanceof EJBAccessException) {
      return Optional.of(told(ErrorCode.FORBIDDEN, "You may not do this."));
    }
    if (cause instanceof OptimisticLockException) {
      return Optional.of(changedMeanwhile());
    }
    if (cause instanceof ResourceException // the pool has no connection that works
        || cause instanceof XAException) { // it went away during the commit
      return Optional.of(noDatabase());
    }
    if (cause instanceof PSQLException database) {
      return database(database);
    }
    return Optional.empty();
  }

  private static Optional<ErrorView> database(PSQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (Retry.isPassing(failure) || state.equals(LOCK_TIMEOUT)) {
      return Optional.of(changedMeanwhile());
    }
    if (AWAY.contains(state.substring(0, 2))) {
      return Optional.of(noDatabase());
    }
    if (failure.getServerErrorMessage() == null) {
      return Optional.empty();
    }
    String constraint = failure.getServerErrorMessage().getConstraint();
    return Optional.ofNullable(
        constraint == null ? null : CONSTRAINTS.get(constraint.toLowerCase(Locale.ROOT)));
  }

  private static ErrorView changedMeanwhile() {
    return told(
        ErrorCode.CONFLICT, "Somebody changed the same thing at the same moment; try again.");
  }

  private static ErrorView noDatabase() {
    return told(
        ErrorCode.UNAVAILABLE,
        "The database does not answer; look whether your change was made, and try again.");
  }

  private static ErrorView internal(Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.log(ERROR, "incident " + incident, failure);
    return new ErrorView(
        ErrorCode.INTERNAL,
        "HaaS failed; the log tells more under incident %s.".formatted(incident),
        Optional.empty(),
        Optional.of(incident));
  }

  private static ErrorView told(ErrorCode code, String message) {
    return new ErrorView(code, message, Optional.empty(), Optional.empty());
  }

  private static Map.Entry<String, ErrorView> duplicate(String constraint, String message) {
    return Map.entry(constraint, told(ErrorCode.DUPLICATE, message));
  }

  private static Map.Entry<String, ErrorView> blocked(String constraint, String message) {
    return Map.entry(constraint, told(ErrorCode.BLOCKED, message));
  }
}
