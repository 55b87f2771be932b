/** HTTP to HaaS and to its login: requests, answers, and what a refusal means for the shell. */
package org.haas.cli.wire;
