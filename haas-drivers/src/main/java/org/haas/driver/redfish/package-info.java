/**
 * Controllers that speak Redfish (DMTF DSP0266), over HTTPS; their serial console over SSH. Must
 * not know the application, nor another driver.
 */
package org.haas.driver.redfish;
