/**
 * What the command has from the process it is: variables, streams, time, and the code that it ends
 * with. Everything else gets it handed in, so that tests run whole commands in memory.
 */
package org.haas.cli.process;
