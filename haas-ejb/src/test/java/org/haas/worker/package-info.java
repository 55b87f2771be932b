/**
 * Workers in processes of their own, which die without a word wherever a test wants it: what they
 * told hardware, and what they committed, is all that is left of them.
 */
package org.haas.worker;
