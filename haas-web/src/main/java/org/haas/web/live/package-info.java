/**
 * Tells open pages what changed, over a WebSocket. Knows who may be told, and nothing about what is
 * shown.
 */
package org.haas.web.live;
