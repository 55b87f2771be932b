/**
 * A part of a list, as every list of the application is asked for and answered, and the database by
 * SQL. Knows no feature.
 */
package org.haas.page;
