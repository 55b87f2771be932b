package org.haas.maintenance;

import java.net.URI;
import java.util.UUID;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * What is told, and where.
 *
 * @param delivery the same for each attempt to tell the same
 * @param node the machine that is there
 * @param done what is called when it is ready for everybody
 */
record Call(URI url, Secret secret, UUID delivery, Label node, URI done) {}
