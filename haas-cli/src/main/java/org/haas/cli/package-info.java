/** The command {@code haas}: reads a command line, runs what it names, says how it went. */
package org.haas.cli;
