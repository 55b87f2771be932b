package org.haas.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * A network as this caller may see it.
 *
 * @param owner the project that made it; empty for an administrator's, and for who may not know
 * @param grants the projects that may use it, for these and for administrators
 * @param vlan its VLAN, for who may use it
 * @param channels what may be asked for in a connect, for who may use it
 * @param mine whether the caller may delete and share it
 * @param attachments how many NICs are connected, as far as the caller may know
 */
public record NetworkView(
    Label name,
    Optional<Label> owner,
    Visibility visibility,
    List<Label> grants,
    Optional<VlanId> vlan,
    List<Channel> channels,
    boolean mine,
    long attachments) {

  /** One that was just made, for who made it. */
  static NetworkView made(NetworkSpec spec, VlanId vlan) {
    return new NetworkView(
        spec.name(),
        spec.owner(),
        spec.visibility(),
        Stream.concat(spec.owner().stream(), spec.grants().stream())
            .distinct()
            .sorted(Comparator.comparing(Label::value))
            .toList(),
        Optional.of(vlan),
        List.of(Channel.NATIVE, Channel.tagged(vlan)),
        true,
        0);
  }
}
