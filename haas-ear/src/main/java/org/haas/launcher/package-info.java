/**
 * The launcher behind {@code run}: brings PostgreSQL, Keycloak, Payara and the simulated switches
 * up and down as processes of their own. It knows the product only by its EAR, its environment
 * variables and its REST API.
 */
package org.haas.launcher;
