package org.haas.node;

import java.util.Map;
import java.util.Optional;
import org.haas.spi.Label;

/**
 * A machine's management controller, for administrators. Never the secret.
 *
 * @param installed whether there is a driver for its type here
 * @param certificate the enrolled fingerprint of its TLS certificate
 */
public record BmcView(
    Label node,
    String type,
    String address,
    String username,
    Optional<String> certificate,
    Map<String, String> settings,
    boolean installed) {}
