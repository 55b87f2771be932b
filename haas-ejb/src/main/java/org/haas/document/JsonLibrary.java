package org.haas.document;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON library, found once. The standard's own way in, {@code jakarta.json.Json}, looks through
 * all class paths for it at every call: for a shown node that took as long as all the rest.
 */
public final class JsonLibrary {
  /** Safe for any number of threads. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonLibrary() {}
}
