/** Tests of {@code org.haas.page} without a container. */
package org.haas.page;
