/** Whole commands in memory, against a small server in this process. */
package org.haas.cli;
