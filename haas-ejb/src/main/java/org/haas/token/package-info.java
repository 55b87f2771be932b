/**
 * API tokens as their owners make, see and revoke them. How one logs in is {@link
 * org.haas.access.Tokens}' business; must not know what a token is used for.
 */
package org.haas.token;
