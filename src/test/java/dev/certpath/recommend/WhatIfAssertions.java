package dev.certpath.recommend;

import java.util.List;
import java.util.Set;

/** Takes a what-if at its word. */
final class WhatIfAssertions {

    private WhatIfAssertions() {}

    /** The student who changed every answer that the what-if says, to what it says. */
    static AnswerSet applyChanges(AnswerSet student, Recommendation.WhatIf whatIf) {
        var changed = student;
        for (Recommendation.Change change : whatIf.changes()) {
            changed = changed.with(change.question(), Set.copyOf(change.to()));
        }
        return changed;
    }

    /** The tracks that did not come first. */
    static List<String> otherTracks(Recommendation recommendation) {
        return AllRecommendations.ranking(recommendation).subList(1, 3);
    }

    /** How many questions must be answered otherwise to put a track first; one more than there are where none helps. */
    static int changedQuestionCount(String track, Recommendation recommendation) {
        return recommendation.whatIf().stream()
                .filter(whatIf -> whatIf.track().equals(track))
                .mapToInt(whatIf -> whatIf.changes().size())
                .findFirst()
                .orElse(AnswerSet.QUESTIONS.size() + 1);
    }
}
