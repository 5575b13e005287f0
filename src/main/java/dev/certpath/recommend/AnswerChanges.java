package dev.certpath.recommend;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/** Counts what happens to the first track of a combination when one answer changes, and keeps the smallest changes. */
final class AnswerChanges {

    private static final int NONE = -1;

    private final int firstTrack;
    private final BitSet decisiveQuestions = new BitSet();
    private final int[] smallestByTrack;
    private final int[] fewestChangedOptions;
    private int count;
    private int countOfSameFirst;

    AnswerChanges(int firstTrack, int trackCount) {
        this.firstTrack = firstTrack;
        this.smallestByTrack = new int[trackCount];
        this.fewestChangedOptions = new int[trackCount];
        Arrays.fill(smallestByTrack, NONE);
        Arrays.fill(fewestChangedOptions, Integer.MAX_VALUE);
    }

    /**
     * Adds a change. Of equally small changes, the first one that is added is kept.
     *
     * @param question the position of the changed question
     * @param changedOptions the number of changed options
     * @param changedCombination the combination after the change
     * @param track the position of the track that ranks first after the change
     */
    void add(int question, int changedOptions, int changedCombination, int track) {
        count++;
        if (track == firstTrack) {
            countOfSameFirst++;
            return;
        }
        decisiveQuestions.set(question);
        if (changedOptions < fewestChangedOptions[track]) {
            fewestChangedOptions[track] = changedOptions;
            smallestByTrack[track] = changedCombination;
        }
    }

    /** The number of changes. */
    int count() {
        return count;
    }

    /** The number of changes that keep the first track. */
    int countOfSameFirst() {
        return countOfSameFirst;
    }

    /** Whether a change of the answer to this question puts another track first. */
    boolean isDecisive(int question) {
        return decisiveQuestions.get(question);
    }

    /** The combination after the smallest change that puts a track first; empty if no change of one answer does. */
    OptionalInt smallest(int track) {
        return smallestByTrack[track] == NONE ? OptionalInt.empty() : OptionalInt.of(smallestByTrack[track]);
    }
}
