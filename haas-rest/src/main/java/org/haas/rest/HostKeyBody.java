package org.haas.rest;

/** The key that a host shows now: {@code <type> <base64>}. */
record HostKeyBody(String hostKey) {}
