/**
 * Controllers that speak IPMI 2.0 over a network, by the program ipmitool, whose processes are
 * short, or end with the console that they serve. Must not know the application, nor another
 * driver.
 */
package org.haas.driver.ipmi;
