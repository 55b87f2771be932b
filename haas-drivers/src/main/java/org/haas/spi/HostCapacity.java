package org.haas.spi;

/**
 * What a hypervisor's host has.
 *
 * @param cpus threads that run at the same time
 * @param memoryBytes all of it
 * @param freeMemoryBytes what new machines can have, caches counted as free
 * @param freeDiskBytes what new disks can grow to
 */
public record HostCapacity(int cpus, long memoryBytes, long freeMemoryBytes, long freeDiskBytes) {}
