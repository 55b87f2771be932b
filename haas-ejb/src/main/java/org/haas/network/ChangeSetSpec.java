package org.haas.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haas.document.Fields;
import org.haas.error.HaasException;

/**
 * What is wanted of many NICs together.
 *
 * @param wishes 1 to {@link #MOST}, each NIC once
 */
public record ChangeSetSpec(List<Wish> wishes) {
  /** The most NICs of one change-set. */
  public static final int MOST = 512;

  private static final int MOST_NETWORKS = 64;

  /**
   * Copies the wishes.
   *
   * @throws HaasException BAD_ARGUMENT none, too many, or a NIC twice
   */
  public ChangeSetSpec {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty() || wishes.size() > MOST) {
      throw HaasException.badArgument("nics", "A change-set has 1 to %d NICs.".formatted(MOST));
    }
    Set<String> named = new HashSet<>();
    for (Wish wish : wishes) {
      if (!named.add(wish.node() + "|" + wish.nic())) {
        throw HaasException.badArgument(
            "nics", "NIC %s of node %s is there twice.".formatted(wish.nic(), wish.node()));
      }
    }
  }

  /** A change-set as a request describes it. */
  public static ChangeSetSpec read(Fields fields) {
    return new ChangeSetSpec(fields.objects("nics", ChangeSetSpec::wish));
  }

  private static Wish wish(Fields fields) {
    Wish wish =
        new Wish(
            fields.label("node"),
            fields.label("nic"),
            fields.optionalWord("mode", Wish.Mode.class).orElse(Wish.Mode.EXACTLY),
            fields.objects("networks", ChangeSetSpec::network));
    Set<Object> named = new HashSet<>();
    wish.networks().forEach(on -> named.add(on.network()));
    if (named.size() < wish.networks().size()) {
      throw fields.wrong("networks", "a network is there twice.");
    }
    if (named.size() > MOST_NETWORKS) {
      throw fields.wrong("networks", "a NIC takes at most %d networks.".formatted(MOST_NETWORKS));
    }
    if (!fields.has("networks") || (named.isEmpty() && wish.mode() != Wish.Mode.EXACTLY)) {
      throw fields.wrong("networks", "name the networks; an empty list with mode exactly parks.");
    }
    return wish;
  }

  private static Wish.On network(Fields fields) {
    return new Wish.On(
        fields.label("network"), fields.optional("channel", org.haas.spi.Channel::parse));
  }
}
