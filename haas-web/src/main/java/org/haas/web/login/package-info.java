/**
 * Who uses the portal: login and logout by OpenID Connect, the caller of each request, the headers
 * that every answer carries. Must not know any page.
 */
package org.haas.web.login;
