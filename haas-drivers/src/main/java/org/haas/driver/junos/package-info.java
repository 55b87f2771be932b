/**
 * Juniper's Junos by NETCONF over SSH: {@code NetconfFrames} and {@code NetconfSession} are the
 * protocol, the others say what is configured. Must not know the application, nor another driver.
 */
package org.haas.driver.junos;
