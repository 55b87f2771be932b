/** The simulated switch against the contract, and its knobs. */
package org.haas.driver.sim;
