/** Tests of {@code org.haas.node} without a container. */
package org.haas.node;
