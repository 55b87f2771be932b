/** The audit trail without a database. */
package org.haas.audit;
