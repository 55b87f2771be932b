package org.haas.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.document.StrictJson;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchSpec;

/**
 * An inventory in one document: what shall be there. What it does not name stays as it is.
 *
 * @param switches with their ports
 * @param nodes with their NICs and cables
 */
public record SiteDocument(List<SwitchEntry> switches, List<NodeEntry> nodes) {
  /** Copies the lists. */
  public SiteDocument {
    switches = List.copyOf(switches);
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads a document's fields.
   *
   * @throws org.haas.document.InvalidRequest a field is missing or wrong
   */
  public static SiteDocument of(Fields fields) {
    return SiteFields.document(fields);
  }

  /**
   * Reads a document in JSON, UTF-8.
   *
   * @throws org.haas.document.InvalidRequest it is none, or a field is missing, wrong or unknown
   */
  public static SiteDocument parse(byte[] json) {
    return Fields.read(StrictJson.object(json), "", SiteFields::document);
  }

  /** A switch and its ports. */
  public record SwitchEntry(SwitchSpec spec, Map<PortName, PortRole> ports) {}

  /** A node, its NICs, and what is recorded of it; each value of the metadata a JSON text. */
  public record NodeEntry(
      Label name, Map<String, String> metadata, Optional<BmcSpec> bmc, List<NicEntry> nics) {
    /** Copies the list. */
    public NodeEntry {
      nics = List.copyOf(nics);
    }

    /**
     * Reads one alone.
     *
     * @throws org.haas.document.InvalidRequest a field is missing or wrong
     */
    public static NodeEntry of(Fields fields) {
      return SiteFields.node(fields);
    }
  }

  /** A NIC and the port behind it. */
  public record NicEntry(Label name, MacAddress mac, Optional<Place> place) {}

  /** A port of a switch. */
  public record Place(Label switchName, PortName port) {}
}
