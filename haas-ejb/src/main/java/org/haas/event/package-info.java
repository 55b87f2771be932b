/**
 * What happened in a project, in an order that stays, for whoever comes back and says where he left
 * off. The events themselves are written by the database's triggers (V024). Must not know any
 * feature, nor how the events are sent.
 */
package org.haas.event;
