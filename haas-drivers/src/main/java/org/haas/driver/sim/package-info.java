/**
 * A simulated switch for the demo site and for tests: {@link org.haas.driver.sim.SimSwitch} is the
 * driver, {@link org.haas.driver.sim.SimSwitchServer} the switches, in a process of their own that
 * outlives a killed HaaS, and {@link org.haas.driver.sim.SimSwitchAdmin} looks at their real state
 * and makes them fail. Must not know the application, nor any other driver.
 *
 * <p>The protocol: lines of UTF-8, one outstanding at a time. The answer to a line is any number of
 * data lines that begin with {@code "= "}, then {@code ok} or {@code error} and a sentence.
 */
package org.haas.driver.sim;
