/** Tests of API tokens that need no database. */
package org.haas.token;
