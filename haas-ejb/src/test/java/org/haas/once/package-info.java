/** Tests of keys, without a database. */
package org.haas.once;
