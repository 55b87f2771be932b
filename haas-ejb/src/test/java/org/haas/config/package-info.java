/** Tests of {@code org.haas.config} without a container. */
package org.haas.config;
