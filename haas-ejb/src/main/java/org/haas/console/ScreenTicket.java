package org.haas.console;

import java.time.Instant;

/**
 * What lets its bearer open a screen once.
 *
 * @param until when it is of no more use
 * @param path where the WebSocket is that takes it
 */
public record ScreenTicket(String ticket, Instant until, String path) {}
