/**
 * The driver of hypervisors that run libvirt. It speaks libvirt's own protocol (XDR over a Unix
 * socket, here or at the end of an SSH connection), so that no native library is in the server and
 * every wait has an end (docs/adr/0027). Must not know the application, nor any other driver.
 */
package org.haas.driver.libvirt;
