/** SSH logins, commands and command lines; the Nexus against the contract and its own traps. */
package org.haas.driver.ssh;
