/**
 * Reads the JSON that people and programs send, strictly: what is wrong is a sentence that names
 * the field. For every way in, and for documents such as a site's. Knows no feature.
 */
package org.haas.document;
