package org.haas.maintenance;

import java.net.URI;
import org.haas.spi.Label;

/**
 * The pool as administrators see it; the secret is shown to nobody.
 *
 * @param project where machines go
 * @param url what is told of each
 */
public record MaintenanceView(Label project, URI url) {}
