/**
 * The virtual lab seen from tests: real switches to drive, real frames to send and hear.
 *
 * <p>It knows namespaces, NICs and frames; it must not know HaaS, whose work it is there to judge.
 */
package org.haas.it.lab;
