package dev.certpath.cases;

import java.util.Locale;

/** Something that an advisor does with a case. */
public sealed interface CaseAction {

    /** What kind of thing it is. */
    Kind kind();

    /** The kinds of moves. */
    enum Kind {
        TAKE,
        GIVE_BACK,
        ASSIGN,
        DECIDE,
        CLEAR_DECISION,
        CLOSE,
        REOPEN,
        NOTE,
        MESSAGE;

        /** The kind's public name, as in forms and in the timeline. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Takes the case oneself. */
    record Take() implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.TAKE;
        }
    }

    /** Leaves the case to nobody. */
    record GiveBack() implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.GIVE_BACK;
        }
    }

    /**
     * Gives the case to an advisor.
     *
     * @param to their username
     */
    record Assign(String to) implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.ASSIGN;
        }
    }

    /**
     * Decides, in place of the decision there may be.
     *
     * @param first the code of the track to start with
     * @param second the code of the track to go on to
     * @param reason the code of the reason to decide otherwise than recommended; empty where they agree
     * @param words to the student; may be empty where they agree
     */
    record Decide(String first, String second, String reason, String words) implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.DECIDE;
        }
    }

    /** Takes the decision back, its reason and its words with it. */
    record ClearDecision() implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.CLEAR_DECISION;
        }
    }

    /** Closes the case. */
    record Close() implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }
    }

    /** Opens a closed case again, where it was before. */
    record Reopen() implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.REOPEN;
        }
    }

    /**
     * Writes a note that only advisors see.
     *
     * @param words the note
     */
    record Note(String words) implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.NOTE;
        }
    }

    /**
     * Writes a message that stands on the student's page.
     *
     * @param words the message
     */
    record Message(String words) implements CaseAction {
        @Override
        public Kind kind() {
            return Kind.MESSAGE;
        }
    }
}
