/** Who calls: tokens from the environment, and logins kept from before and renewed when old. */
package org.haas.cli.login;
