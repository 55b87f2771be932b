/** A part of a list, as every list of the application is asked for and answered. */
package org.haas.page;
