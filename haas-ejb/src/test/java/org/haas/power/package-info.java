/** What is asked of controllers, without a database and with a scripted controller. */
package org.haas.power;
