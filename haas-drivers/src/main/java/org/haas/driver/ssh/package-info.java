/**
 * What switches behind SSH have in common: login, the enrolled host key, one command at a time with
 * a deadline. The engine for command lines that must be talked to (prompts, modes, pagers; {@code
 * CommandTable}, {@code SshShell} and one class for each switch operating system) comes to live
 * here too. Must not know the application, nor a driver outside this package.
 */
package org.haas.driver.ssh;
