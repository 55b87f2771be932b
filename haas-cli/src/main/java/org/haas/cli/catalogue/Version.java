package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.haas.cli.json.JsonText;

/** Which program this is. */
public final class Version {
  private static final String FILE = "/org/haas/cli/version.properties";

  private Version() {}

  /** Its number. */
  public static String number() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream(FILE)) {
      properties.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version");
  }

  static JsonObject object() {
    return JsonText.object()
        .add("version", number())
        .add("java", System.getProperty("java.version"))
        .build();
  }
}
