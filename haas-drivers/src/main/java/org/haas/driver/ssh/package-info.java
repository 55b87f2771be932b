/**
 * Switches behind SSH: login, the enrolled host key, one line at a time with a deadline. {@code
 * SshSession} runs single commands. {@code SshSwitchDriver} talks to command lines with prompts,
 * modes and pagers, and knows of a system only its {@code CommandTable}: the drivers here are one
 * table each, and so may a third party's be. Must not know the application, nor a driver outside
 * this package.
 */
package org.haas.driver.ssh;
