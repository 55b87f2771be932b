package org.haas.network;

import java.util.List;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.node.SiteDocument.NodeEntry;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/**
 * A machine that is in use already, as it is.
 *
 * @param node with its NICs and cables; ports that are not registered are
 * @param project who holds it; empty: nobody
 * @param attachments the networks that its ports carry
 */
public record TakeoverSpec(NodeEntry node, Optional<Label> project, List<Carried> attachments) {
  /** A network on a channel of a NIC. */
  public record Carried(Label nic, Wish.On on) {}

  /** Copies the list. */
  public TakeoverSpec {
    attachments = List.copyOf(attachments);
  }

  /** A machine as a request describes it. */
  public static TakeoverSpec read(Fields fields) {
    TakeoverSpec spec =
        new TakeoverSpec(
            fields
                .optionalObject("node", NodeEntry::of)
                .orElseThrow(() -> fields.wrong("node", "describe the machine, as in a site.")),
            fields.optionalLabel("project"),
            fields.objects("attachments", TakeoverSpec::carried));
    if (spec.project().isEmpty() && !spec.attachments().isEmpty()) {
      throw fields.wrong("project", "name who holds it: a free machine is on no network.");
    }
    return spec;
  }

  private static Carried carried(Fields fields) {
    return new Carried(
        fields.label("nic"),
        new Wish.On(fields.label("network"), fields.optional("channel", Channel::parse)));
  }

  /** The machine's name. */
  Label name() {
    return node.name();
  }
}
