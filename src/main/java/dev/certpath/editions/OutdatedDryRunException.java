package dev.certpath.editions;

/** Thrown when an edition is published with a dry run of another text, or against another guide than the one in force. */
public final class OutdatedDryRunException extends RuntimeException {

    OutdatedDryRunException(long dryRun) {
        super("Dry run " + dryRun + " is outdated");
    }
}
