/**
 * The commands, a class for each noun. HIL's 59 are all here under their names and with their
 * arguments; what is HaaS's own stands beside them.
 */
package org.haas.cli.catalogue;
