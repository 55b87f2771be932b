/**
 * Webhooks: who is told by HTTP what happens in a project, each event in order, again and again
 * until it was taken. What happens is {@link org.haas.event}'s; must not know any later feature.
 */
package org.haas.hook;
