package org.haas.headnode;

import org.haas.config.HeadnodeLimits;

/**
 * What the headnodes of a project may have together.
 *
 * @param most what they may have
 * @param used what they have
 */
public record LimitView(HeadnodeLimits most, HeadnodeLimits used) {}
