package dev.certpath.editions;

import java.time.Instant;
import java.util.Optional;

/**
 * The edition that admins are working on.
 *
 * @param content the edition as YAML, valid or not
 * @param version a number that every change raises
 * @param basedOn the number of the edition that it began as
 * @param changedAt when it was last changed
 * @param changedBy the username of the admin who did; empty for a draft that came with a release of the application
 */
public record Draft(String content, long version, int basedOn, Instant changedAt, Optional<String> changedBy) {}
