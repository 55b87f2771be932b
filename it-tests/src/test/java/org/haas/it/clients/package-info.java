/**
 * Clients that openapi-generator makes from the description of the API, used for real. The programs
 * that use them are in the resources of this package.
 */
package org.haas.it.clients;
