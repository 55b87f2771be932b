/**
 * What a project shall have, as a document: read strictly, compared with what it has, and brought
 * about. Knows the API by {@code wire} only.
 */
package org.haas.cli.lab;
