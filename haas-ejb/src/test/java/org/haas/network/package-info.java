/** Tests of {@code org.haas.network} without a container. */
package org.haas.network;
