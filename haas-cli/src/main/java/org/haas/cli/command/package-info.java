/**
 * What a command is: a line of words and arguments, a sentence of help, and what it does. Most are
 * a {@link org.haas.cli.command.Call}: one request and the columns of its answer. Knows nothing of
 * any single command.
 */
package org.haas.cli.command;
