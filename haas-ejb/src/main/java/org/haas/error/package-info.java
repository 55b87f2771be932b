/**
 * The one exception of the application, its codes, and the one translation of any failure into what
 * a caller is told. Knows no feature.
 */
package org.haas.error;
