/** Drivers that others bring. */
package org.haas.switches;
