/**
 * Drivers against real peers: what a switch does with frames after a driver has set its ports.
 * Knows the driver SPI and the virtual lab; must not know the application.
 */
package org.haas.it.drivers;
