/**
 * The architecture as tests: who may know whom, what a boundary is, what may never be called. They
 * look at the compiled classes of all modules and need no server.
 */
package org.haas.arch;
