/** Tests of the maintenance pool, without a server. */
package org.haas.maintenance;
