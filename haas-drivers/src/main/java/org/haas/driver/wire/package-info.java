/**
 * What several drivers need to talk over a network, and no vendor's own: addresses, the one JSON
 * parser, XML, HTTP with an enrolled certificate. Must not know a driver, nor the application.
 */
package org.haas.driver.wire;
