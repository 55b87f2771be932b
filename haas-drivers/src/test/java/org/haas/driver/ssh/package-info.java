/** SSH logins and commands against a real SSH server. */
package org.haas.driver.ssh;
