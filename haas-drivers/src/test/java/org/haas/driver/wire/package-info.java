/** What all drivers need on a network: JSON, HTTP, addresses. */
package org.haas.driver.wire;
