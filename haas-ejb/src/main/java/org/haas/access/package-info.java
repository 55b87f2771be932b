/**
 * Who calls, and what he may do: the caller of this request, memberships, and Keycloak behind
 * {@link org.haas.access.Directory}. Must not know any feature: a membership names its project by
 * id.
 */
package org.haas.access;
