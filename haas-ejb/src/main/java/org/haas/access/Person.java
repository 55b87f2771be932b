package org.haas.access;

/** A user as the directory knows him. */
public record Person(String issuer, String subject, String username, boolean admin) {}
