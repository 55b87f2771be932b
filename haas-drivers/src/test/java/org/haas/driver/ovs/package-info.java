/** Open vSwitch against the contract and its own traps. */
package org.haas.driver.ovs;
