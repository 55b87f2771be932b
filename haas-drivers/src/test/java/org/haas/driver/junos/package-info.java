/** Tests of the driver for Junos. */
package org.haas.driver.junos;
