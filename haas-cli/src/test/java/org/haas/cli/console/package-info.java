/** The console's keys. */
package org.haas.cli.console;
