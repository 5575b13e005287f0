package dev.certpath.guide;

import java.util.Optional;

/**
 * A reason of the guide to start with a track, and what it weighs.
 *
 * @param code its public name
 * @param track the track it backs
 * @param points what it weighs, at least 1
 * @param when when it fires
 * @param says the reason, as told to the person it applies to
 * @param receipt the reason in a few words; empty where the words of the answer do
 * @param basis the part of the guide that it rests on, or that it is our decision
 * @param note why, where it is our decision; else empty
 */
public record Rule(
        String code, Track track, int points, Condition when, String says, String receipt, String basis, String note) {

    /** The basis of rules that the guide does not state itself. */
    public static final String OUR_DECISION = "Our decision";

    /** The question it depends on; empty when it fires for everyone. */
    public Optional<Question> question() {
        return when instanceof Condition.Chosen chosen ? Optional.of(chosen.question()) : Optional.empty();
    }
}
