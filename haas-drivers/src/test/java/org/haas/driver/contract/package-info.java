/**
 * The tests that every driver passes, for our drivers and those of third parties: extend {@link
 * org.haas.driver.contract.DriverContract} and say how to reach a switch of that kind, real or
 * emulated. Must not know any driver.
 */
package org.haas.driver.contract;
