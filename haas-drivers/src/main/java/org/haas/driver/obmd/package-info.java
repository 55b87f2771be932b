/**
 * Machines behind HIL's daemon for out-of-band management (OBMd), so that a site of HIL keeps its
 * nodes. Must not know the application, nor another driver.
 */
package org.haas.driver.obmd;
