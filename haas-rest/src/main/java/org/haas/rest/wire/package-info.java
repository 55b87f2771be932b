/**
 * What every resource of every version shares: who calls, how a request is read, how an answer and
 * a refusal are written. Knows no feature.
 */
package org.haas.rest.wire;
