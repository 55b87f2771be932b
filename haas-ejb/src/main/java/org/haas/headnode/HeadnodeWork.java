package org.haas.headnode;

import org.haas.spi.Label;
import org.haas.spi.Seed;
import org.haas.spi.Vm;

/**
 * A headnode as its hypervisor shall have it.
 *
 * @param vm its NICs on what is written down to be carried, which is not always what is wanted yet
 */
record HeadnodeWork(Vm vm, Seed seed, Label image, long diskBytes) {}
