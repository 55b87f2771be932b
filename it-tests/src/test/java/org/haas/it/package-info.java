/** What the tests against a running HaaS share: where it is, who logs in, how it is asked. */
package org.haas.it;
