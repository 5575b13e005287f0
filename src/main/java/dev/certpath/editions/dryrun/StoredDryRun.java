package dev.certpath.editions.dryrun;

/**
 * A dry run in the database.
 *
 * @param id its number
 */
public record StoredDryRun(long id, DryRun dryRun) {}
