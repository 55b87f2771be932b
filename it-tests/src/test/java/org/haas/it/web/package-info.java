/** The portal as people use it: in a browser, with Keycloak's login and the live connection. */
package org.haas.it.web;
