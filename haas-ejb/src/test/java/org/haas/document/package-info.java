/** Documents that are right, and everything that can be wrong with them. */
package org.haas.document;
