/**
 * The lab's machines that boot, used as a tenant uses them: power, boot device and serial console.
 * Drives HaaS through its API and portal only, and asks the lab's controllers whether it is true.
 */
package org.haas.it.machines;
