package org.haas.operation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haas.audit.Begun;

/**
 * An operation as its project sees it. Names are those of the time of the request.
 *
 * @param action {@code modify_port}, {@code revert_port}, {@code park_port}, {@code read_port},
 *     {@code retire_vlan}, {@code check_switch}, {@code recheck_switch}, {@code power_on}, {@code
 *     power_off}, {@code power_shutdown}, {@code power_cycle}, {@code power_reboot}, {@code
 *     boot_device}, {@code release_node}, {@code create_headnode}, {@code start_headnode}, {@code
 *     shutdown_headnode}, {@code stop_headnode}, {@code delete_headnode}, {@code plug_hnic}, {@code
 *     remove_hnic}, {@code check_hypervisor}, {@code call_maintenance}
 * @param headnode the headnode that it is about; {@code nic} is then one of its NICs
 * @param network for {@code modify_port}: the network that comes
 * @param leaving for {@code modify_port}: the network that goes
 * @param channel for {@code modify_port}: {@code vlan/native} or {@code vlan/<id>}
 * @param bootDevice for {@code boot_device}: such as {@code pxe once}
 * @param attempts how often it failed so far
 * @param error the hardware's own words, when it failed; without the names of switch and port for
 *     all but administrators
 * @param switchName for an administrator only, as {@code port}
 */
public record OperationView(
    UUID id,
    String action,
    OperationState state,
    Optional<String> project,
    Optional<String> node,
    Optional<String> headnode,
    Optional<String> nic,
    Optional<String> network,
    Optional<String> leaving,
    Optional<String> channel,
    Optional<String> bootDevice,
    int attempts,
    Optional<String> error,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<String> switchName,
    Optional<String> port)
    implements Begun {}
