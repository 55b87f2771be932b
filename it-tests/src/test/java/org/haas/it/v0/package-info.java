/** HIL's API against a running HaaS, by Basic login and raw HTTP, as HIL's own client sends it. */
package org.haas.it.v0;
