package org.haas.maintenance;

import org.haas.document.Fields;
import org.haas.hook.HookUrl;
import org.haas.spi.Secret;

/** The pool as requests describe it. */
public final class MaintenanceFields {
  private MaintenanceFields() {}

  /** A pool. */
  public static MaintenanceSpec spec(Fields fields) {
    return new MaintenanceSpec(
        fields.label("project"),
        fields.value("url", HookUrl::parse),
        fields.optionalText("secret").map(Secret::new));
  }
}
