/**
 * What a caller has seen of the thing that he changes: that nobody else has changed it since is
 * asked with its row locked. Must not know any feature, nor how a request came.
 */
package org.haas.seen;
