package dev.certpath.guide;

import java.util.Optional;

/**
 * A rule of the guide that gives points to a track.
 *
 * @param code the code of the rule
 * @param track the track that gets the points
 * @param points the points, at least 1
 * @param condition the answers to which the rule applies
 * @param text the reason as shown to students
 * @param receipt the reason in a few words; empty if the statement of the answer is used instead
 * @param basis the part of the published guide that the rule is based on, or {@link #OUR_DECISION}
 * @param note the explanation, if the rule is our decision; otherwise empty
 */
public record Rule(
        String code,
        Track track,
        int points,
        Condition condition,
        String text,
        String receipt,
        String basis,
        String note) {

    /** The basis of rules that the published guide does not state. */
    public static final String OUR_DECISION = "Our decision";

    /** The question that the rule depends on; empty if the rule always applies. */
    public Optional<Question> question() {
        return condition instanceof Condition.AnyOptionChosen chosen
                ? Optional.of(chosen.question())
                : Optional.empty();
    }
}
