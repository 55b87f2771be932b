package org.haas.console;

import java.util.UUID;

/**
 * A place in what a console said.
 *
 * @param hub whose counting it is: a hub that begins anew counts anew
 * @param bytes how many were before it
 */
record Position(UUID hub, long bytes) {
  Position after(long more) {
    return new Position(hub, bytes + more);
  }
}
