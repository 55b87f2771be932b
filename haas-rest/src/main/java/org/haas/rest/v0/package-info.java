/**
 * HIL's REST API, so that its clients work unchanged: its paths, arguments, bodies and status codes
 * in front of the same boundaries as every other way in. Knows no rule of the domain; where its
 * answers differ from HIL's on purpose, docs/api-v0.md says so.
 */
package org.haas.rest.v0;
