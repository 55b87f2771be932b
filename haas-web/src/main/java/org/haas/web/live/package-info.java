/**
 * Tells open pages what changed, and shows consoles, over WebSockets. Knows who may be told, and
 * nothing about what is shown.
 */
package org.haas.web.live;
