package dev.certpath.editions.dryrun;

/** What is known about a dry run that was asked for. */
public sealed interface DryRunState {

    /** It is finished. */
    record Finished(StoredDryRun stored) implements DryRunState {}

    /** It goes on in the background, whether or not anybody waits for it. */
    record Running(DryRunProgress progress) implements DryRunState {}

    /** It failed, which is in the log. */
    record Failed() implements DryRunState {}
}
