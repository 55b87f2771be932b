/** Formats of results. */
package org.haas.cli.output;
