/**
 * The maintenance pool: the project where machines go between two tenants, the service that is told
 * of each, and how long they have been there. Must not know how a machine gets there: whoever works
 * its release calls {@link org.haas.maintenance.MaintenanceStore}.
 */
package org.haas.maintenance;
