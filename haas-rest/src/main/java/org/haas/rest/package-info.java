/**
 * The REST API, version 1: one thin resource for each noun, which reads the request, calls one
 * boundary and writes what that answers. Must not know a rule: the boundaries hold them all.
 */
package org.haas.rest;
