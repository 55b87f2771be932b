/** A machine's serial console in this terminal: bytes both ways, and a way out. */
package org.haas.cli.console;
