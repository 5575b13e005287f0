package dev.certpath.editions.dryrun;

/**
 * How far a dry run is.
 *
 * @param step what it is doing
 * @param done how much of the step is done
 * @param total how much there is to do; 0 if that is not known
 */
public record DryRunProgress(Step step, int done, int total) {

    /** What a dry run does, one after the other. */
    public enum Step {
        WAITING,
        COMBINATIONS,
        RULES,
        CASES
    }

    static final DryRunProgress WAITING = new DryRunProgress(Step.WAITING, 0, 0);
}
