/** Consoles of simulated machines, by the API of a running HaaS. */
package org.haas.it.console;
