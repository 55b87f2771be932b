/**
 * Tests inside Payara. The application without its ways in is deployed a second time, beside the
 * one that runs: two instances on one database, as in a cluster.
 */
package org.haas.it.payara;
