package dev.certpath.cases;

import java.util.Locale;

/** An action that an advisor performs on a case. */
public sealed interface CaseAction {

    /** Returns the type of this action. */
    Type type();

    /** The types of actions. */
    enum Type {
        TAKE,
        GIVE_BACK,
        ASSIGN,
        DECIDE,
        CLEAR_DECISION,
        CLOSE,
        REOPEN,
        NOTE,
        MESSAGE;

        /** Returns the type's public code, used in forms and in the timeline. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Assigns the case to the advisor who performs the action. */
    record Take() implements CaseAction {

        @Override
        public Type type() {
            return Type.TAKE;
        }
    }

    /** Removes the assignee. */
    record GiveBack() implements CaseAction {

        @Override
        public Type type() {
            return Type.GIVE_BACK;
        }
    }

    /**
     * Assigns the case to an advisor.
     *
     * @param to the advisor's username
     */
    record Assign(String to) implements CaseAction {

        @Override
        public Type type() {
            return Type.ASSIGN;
        }
    }

    /**
     * Decides on the recommendation. It replaces an earlier decision.
     *
     * @param first the code of the track to start with
     * @param second the code of the track to continue with
     * @param reason the code of the reason for another first or second; empty if the advisor agrees
     * @param text the text to the student; may be empty if the advisor agrees
     */
    record Decide(String first, String second, String reason, String text) implements CaseAction {

        @Override
        public Type type() {
            return Type.DECIDE;
        }
    }

    /** Removes the decision with its reason and its text. */
    record ClearDecision() implements CaseAction {

        @Override
        public Type type() {
            return Type.CLEAR_DECISION;
        }
    }

    /** Closes the case. */
    record Close() implements CaseAction {

        @Override
        public Type type() {
            return Type.CLOSE;
        }
    }

    /** Reopens a closed case in the status that it had before. */
    record Reopen() implements CaseAction {

        @Override
        public Type type() {
            return Type.REOPEN;
        }
    }

    /**
     * Adds a note that only advisors see.
     *
     * @param text the note
     */
    record Note(String text) implements CaseAction {

        @Override
        public Type type() {
            return Type.NOTE;
        }
    }

    /**
     * Adds a message that the student's page shows.
     *
     * @param text the message
     */
    record Message(String text) implements CaseAction {

        @Override
        public Type type() {
            return Type.MESSAGE;
        }
    }
}
