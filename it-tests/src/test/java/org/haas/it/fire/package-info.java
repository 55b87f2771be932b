/**
 * HaaS under fire: real frames on the lab, races, kills and restarts. It drives HaaS as its users
 * do and then looks behind its back, into the database and the switches.
 */
package org.haas.it.fire;
