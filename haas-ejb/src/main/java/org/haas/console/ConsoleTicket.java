package org.haas.console;

/** That the caller may watch and use this console now. */
public record ConsoleTicket(Place place) {}
