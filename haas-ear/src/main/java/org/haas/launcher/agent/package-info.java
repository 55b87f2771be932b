/** What the application server has to be told before it starts. */
package org.haas.launcher.agent;
