/**
 * What must hold whatever happens: real frames on the lab, races, kills and restarts. Drives HaaS
 * as its users do and then looks behind its back, into the database and the switches.
 */
package org.haas.it.proof;
