/** Tests of {@code org.haas.operation} without a container. */
package org.haas.operation;
