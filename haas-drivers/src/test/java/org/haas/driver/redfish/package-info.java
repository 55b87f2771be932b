/** The driver of Redfish against a service with the quirks of real ones. */
package org.haas.driver.redfish;
