package dev.certpath.web.desk.queue;

import java.io.Serializable;

/**
 * The result of a bulk action for one case.
 *
 * @param id the public id; empty if the case does not exist
 * @param reference the short reference; empty if the case does not exist
 * @param message the result as text
 * @param successful whether the case is now as requested
 */
public record BulkActionResult(String id, String reference, String message, boolean successful)
        implements Serializable {}
