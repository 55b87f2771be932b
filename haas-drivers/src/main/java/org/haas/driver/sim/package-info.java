/**
 * Simulated switches, machines and hypervisors for the demo site and for tests. {@link
 * org.haas.driver.sim.SimSwitch}, {@link org.haas.driver.sim.SimBmc} and {@link
 * org.haas.driver.sim.SimHypervisor} are the drivers; {@link org.haas.driver.sim.SimSwitchServer}
 * has the switches and the machines' controllers, in a process of its own that outlives a killed
 * HaaS; {@link org.haas.driver.sim.SimSwitchAdmin} and {@link org.haas.driver.sim.SimBmcAdmin} look
 * at their real state and make them fail. Must not know the application, nor any other driver.
 *
 * <p>The protocol: lines of UTF-8, one outstanding at a time. The answer to a line is any number of
 * data lines that begin with {@code "= "}, then {@code ok} or {@code error} and a sentence. A
 * console is a stream of bytes after its greeting.
 */
package org.haas.driver.sim;
