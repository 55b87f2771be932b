/** Tests of {@code org.haas.access} without a container. */
package org.haas.access;
