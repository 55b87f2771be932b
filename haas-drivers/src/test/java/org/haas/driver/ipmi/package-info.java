/** The driver of IPMI against a strict program in ipmitool's place. */
package org.haas.driver.ipmi;
