/** Tests of {@code org.haas.error} without a container. */
package org.haas.error;
