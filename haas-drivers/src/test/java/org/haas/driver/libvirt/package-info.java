/** Tests of the driver of libvirt that need none; those with a real one are in it-tests. */
package org.haas.driver.libvirt;
