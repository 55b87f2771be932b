package org.haas.console;

/**
 * Who takes a seat.
 *
 * @param name for the other viewers
 * @param replay whether he wants what is kept from before
 * @param silent whether he counts as nobody: the recording
 * @param wake called when there is something to take; must return at once
 */
record Guest(String name, boolean replay, boolean silent, Runnable wake) {}
