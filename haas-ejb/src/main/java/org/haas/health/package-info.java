/**
 * What an administrator looks at when something is slow or stuck: queues, switches, VLANs. Reads
 * what the other features keep and changes nothing.
 */
package org.haas.health;
