package org.haas.error;

import java.util.Optional;

/**
 * What a caller is told.
 *
 * @param message a sentence, safe to show
 * @param field the field of the request that is wrong
 * @param incident under which the log has the details, when the failure is ours
 */
public record ErrorView(
    ErrorCode code, String message, Optional<String> field, Optional<String> incident) {}
