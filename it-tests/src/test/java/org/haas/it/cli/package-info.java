/** The command line as people run it: its jar as a process, against the running HaaS. */
package org.haas.it.cli;
