package org.haas.web;

/** Something recorded of a node, as people read it. */
public record Fact(String label, String value) {}
