/**
 * Looks over all features at once: things by their name, what projects hold, what went wrong. Reads
 * the tables of the others, each question in one statement, and changes nothing.
 */
package org.haas.overview;
