/**
 * The portal's pages: each parses what it is given, asks a boundary and shows the view that it gets
 * back. Must not know how anything is kept or decided.
 */
package org.haas.web;
