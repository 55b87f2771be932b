/**
 * The audit trail: one row for each change, written in the change's own transaction by an
 * interceptor. Must not know any feature; what it records are names as text.
 */
package org.haas.audit;
