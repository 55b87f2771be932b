/**
 * Open vSwitch on a white-box switch: {@code ovs-vsctl} over SSH, and nothing else, is what the
 * account may run. Must not know the application, nor another driver.
 */
package org.haas.driver.ovs;
