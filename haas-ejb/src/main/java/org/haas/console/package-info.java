/**
 * Serial consoles: one connection to a machine's controller, any number of viewers, one keyboard.
 * Knows bytes and tenures; nothing of how a viewer is connected, nor of a controller's language.
 */
package org.haas.console;
