package org.haas.rest.wire;

import jakarta.ws.rs.core.UriInfo;

/** Which API a path belongs to. */
enum ApiVersion {
  /** HIL's. */
  V0,
  /** Ours, and every other path. */
  V1;

  /** The API of the request's path, as it was sent: an escaped {@code v0} is no path of v0. */
  static ApiVersion of(UriInfo uri) {
    String path = uri.getPath(false);
    return path.startsWith("v0/") || path.startsWith("/v0/") ? V0 : V1;
  }
}
