/** Consoles without a server. */
package org.haas.console;
