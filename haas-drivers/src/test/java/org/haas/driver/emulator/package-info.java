/**
 * Switches that are not there: strict emulators behind a real SSH server, for the contract and for
 * the drivers of third parties (who add {@code org.apache.sshd:sshd-core} to their test
 * dependencies). Must not know any driver: what a command means is written here a second time.
 */
package org.haas.driver.emulator;
