package org.haas.it.lab;

import java.util.List;
import java.util.Map;

/**
 * What came of a flood.
 *
 * @param sent how many frames were sent
 * @param heard by whom which of them were heard; a NIC that heard none is not in it
 */
public record FloodReport(int sent, Map<Nic, List<HeardFrame>> heard) {

  public FloodReport {
    heard = Map.copyOf(heard);
  }

  /** What that NIC heard; empty if nothing. */
  public List<HeardFrame> heardBy(Nic nic) {
    return heard.getOrDefault(nic, List.of());
  }
}
