package org.haas.it.lab;

import java.time.Instant;
import java.util.List;

/**
 * A frame as it arrived at a NIC.
 *
 * @param tags as in {@link Frame}, also those that the kernel keeps beside the frame
 * @param sequence its number among those sent, from 1
 * @param sentAt by the clock of this machine, to compare with what a test did when
 */
public record HeardFrame(
    String source,
    String destination,
    List<String> tags,
    int sequence,
    Instant sentAt,
    Instant heardAt) {

  public HeardFrame {
    tags = List.copyOf(tags);
  }
}
