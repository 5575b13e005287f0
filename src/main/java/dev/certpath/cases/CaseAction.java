package dev.certpath.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An action that an advisor performs on a case. A new action is a type with its rules, and a record with its parameters
 * and effects.
 */
public sealed interface CaseAction {

    /** Returns the type of this action. */
    Type type();

    /**
     * Changes the state of a case. The case calls it after checking that it allows the action.
     *
     * @param target the case
     * @param advisor the username of the advisor who performs the action
     * @param at when the action is performed
     * @return the changed value, for the timeline
     */
    Change applyTo(Case target, String advisor, Instant at);

    /** Returns the note for advisors that this action adds to the case, if any. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** Returns the message that this action adds to the conversation with the student, if any. */
    default Optional<MessageToStudent> message() {
        return Optional.empty();
    }

    /** Returns the kind of messages that this action removes from the conversation, if any. */
    default Optional<MessageKind> removedMessages() {
        return Optional.empty();
    }

    /**
     * Returns whether a case is as this action leaves it when that advisor performs it.
     *
     * @param details the case
     * @param advisor the username of the advisor
     */
    boolean isReflectedIn(CaseDetails details, String advisor);

    /** The types of actions. */
    enum Type {
        TAKE(Property.ASSIGNEE),
        GIVE_BACK(Property.ASSIGNEE),
        ASSIGN(Property.ASSIGNEE),
        DECIDE(Property.DECISION),
        CLEAR_DECISION(Property.DECISION),
        CLOSE(Property.STATUS),
        REOPEN(Property.STATUS),
        NOTE(Property.NONE),
        MESSAGE(Property.NONE);

        private final Property changedProperty;

        Type(Property changedProperty) {
            this.changedProperty = changedProperty;
        }

        /** Finds a type by its code. */
        public static Optional<Type> find(String code) {
            return Stream.of(values())
                    .filter(type -> type.toString().equals(code))
                    .findFirst();
        }

        /** Returns the property whose values the timeline shows. */
        public Property changedProperty() {
            return changedProperty;
        }

        /** Returns whether a case allows actions of this type in its current state. */
        boolean isAllowedFor(Case target) {
            return switch (this) {
                case TAKE, ASSIGN, DECIDE, CLOSE -> target.isNotClosed();
                case GIVE_BACK -> target.isNotClosed() && target.assignee().isPresent();
                case CLEAR_DECISION -> target.isNotClosed() && target.decision().isPresent();
                case REOPEN -> !target.isNotClosed();
                case NOTE, MESSAGE -> true;
            };
        }

        /** Creates the action, if actions of this type have no parameters. */
        public Optional<CaseAction> withoutParameters() {
            return switch (this) {
                case TAKE -> Optional.of(new Take());
                case GIVE_BACK -> Optional.of(new GiveBack());
                case CLEAR_DECISION -> Optional.of(new ClearDecision());
                case CLOSE -> Optional.of(new Close());
                case REOPEN -> Optional.of(new Reopen());
                case ASSIGN, DECIDE, NOTE, MESSAGE -> Optional.empty();
            };
        }

        /** Returns the type's public code, used in forms and in the timeline. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The properties of a case that actions change. */
    enum Property {
        ASSIGNEE,
        DECISION,
        STATUS,
        NONE
    }

    /**
     * A changed property of a case.
     *
     * @param from the value before; may be empty
     * @param to the value after; may be empty
     */
    record Change(String from, String to) {

        static final Change NONE = new Change("", "");
    }

    /**
     * A message that an action adds to the conversation with the student.
     *
     * @param kind whether it is a decision
     * @param text the text
     */
    record MessageToStudent(MessageKind kind, String text) {}

    /** Assigns the case to the advisor who performs the action. */
    record Take() implements CaseAction {

        @Override
        public Type type() {
            return Type.TAKE;
        }

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.assign(advisor);
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.assignee().equals(Optional.of(advisor));
        }
    }

    /** Removes the assignee. */
    record GiveBack() implements CaseAction {

        @Override
        public Type type() {
            return Type.GIVE_BACK;
        }

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.unassign();
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.assignee().isEmpty();
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

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.assign(to);
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.assignee().equals(Optional.of(to));
        }
    }

    /**
     * Decides on the recommendation, and assigns the case to the advisor. It replaces an earlier decision.
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

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.decide(
                    new AdvisorDecision(first, second, reason.isEmpty() ? null : reason, text, advisor, at));
        }

        @Override
        public Optional<MessageToStudent> message() {
            return Optional.of(new MessageToStudent(MessageKind.DECISION, text));
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.saved().decision().filter(this::isSame).isPresent();
        }

        private boolean isSame(AdvisorDecision decision) {
            return decision.first().equals(first)
                    && decision.second().equals(second)
                    && Objects.requireNonNullElse(decision.reason(), "").equals(reason)
                    && decision.text().equals(text);
        }
    }

    /** Removes the decision with its reason and its text, which the conversation does not show any more either. */
    record ClearDecision() implements CaseAction {

        @Override
        public Type type() {
            return Type.CLEAR_DECISION;
        }

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.clearDecision();
        }

        @Override
        public Optional<MessageKind> removedMessages() {
            return Optional.of(MessageKind.DECISION);
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.saved().decision().isEmpty();
        }
    }

    /**
     * Closes the case.
     *
     * @param text a message to the student; may be empty
     */
    record Close(String text) implements CaseAction {

        /** Closes the case without a message. */
        public Close() {
            this("");
        }

        @Override
        public Type type() {
            return Type.CLOSE;
        }

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.close();
        }

        @Override
        public Optional<MessageToStudent> message() {
            return Optional.of(text)
                    .filter(written -> !written.isEmpty())
                    .map(written -> new MessageToStudent(MessageKind.ADVISOR, written));
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.saved().progress().status() == CaseStatus.CLOSED;
        }
    }

    /** Reopens a closed case in the status that it had before. */
    record Reopen() implements CaseAction {

        @Override
        public Type type() {
            return Type.REOPEN;
        }

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return target.reopen();
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.saved().progress().status() != CaseStatus.CLOSED;
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

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return Change.NONE;
        }

        @Override
        public Optional<String> note() {
            return Optional.of(text);
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return CaseCommentView.isLatest(details.notes(), advisor, text);
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

        @Override
        public Change applyTo(Case target, String advisor, Instant at) {
            return Change.NONE;
        }

        @Override
        public Optional<MessageToStudent> message() {
            return Optional.of(new MessageToStudent(MessageKind.ADVISOR, text));
        }

        @Override
        public boolean isReflectedIn(CaseDetails details, String advisor) {
            return details.saved().progress().conversation().endsWithMessageOf(advisor, text);
        }
    }
}
