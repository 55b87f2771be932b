/**
 * What a driver is, and the value types that reach hardware: names, VLAN ids, channels, the wanted
 * state of a port, a BMC. Knows the JDK only, so that a third party's driver needs nothing but this
 * package; must not know any driver, nor the application.
 */
package org.haas.spi;
