package dev.certpath.recommend;

import java.util.List;
import java.util.Set;

/** Helpers for assertions on what-if changes. */
final class WhatIfAssertions {

    private WhatIfAssertions() {}

    /** Applies all changes of a what-if to the answers. */
    static AnswerSet applyChanges(AnswerSet student, Recommendation.WhatIf whatIf) {
        var changed = student;
        for (Recommendation.Change change : whatIf.changes()) {
            changed = changed.with(change.question(), Set.copyOf(change.to()));
        }
        return changed;
    }

    /** The tracks that do not rank first. */
    static List<String> otherTracks(Recommendation recommendation) {
        return AllRecommendations.ranking(recommendation).subList(1, 3);
    }

    /** The number of changed questions that put a track first; more than the number of questions if impossible. */
    static int changedQuestionCount(String track, Recommendation recommendation) {
        return recommendation.whatIf().stream()
                .filter(whatIf -> whatIf.track().equals(track))
                .mapToInt(whatIf -> whatIf.changes().size())
                .findFirst()
                .orElse(AnswerSet.QUESTIONS.size() + 1);
    }
}
