package org.haas.spi;

/**
 * A disk image that headnodes' disks are made from.
 *
 * @param sizeBytes what a machine sees, not what it takes on the host
 */
public record BaseImage(Label name, long sizeBytes) {}
