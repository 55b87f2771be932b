/** Reading what a HIL knows, and saying it in HaaS's words. */
package org.haas.cli.hil;
