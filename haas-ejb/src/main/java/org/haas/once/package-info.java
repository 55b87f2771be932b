/**
 * What a caller asks for under a key is done once: keys, the turns of those who work on them, and
 * the answers to be given again. Must not know any feature, nor how a request came.
 */
package org.haas.once;
