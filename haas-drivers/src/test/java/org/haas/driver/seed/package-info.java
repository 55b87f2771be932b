/** Tests of seeds. */
package org.haas.driver.seed;
