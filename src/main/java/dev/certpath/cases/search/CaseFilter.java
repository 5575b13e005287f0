package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import dev.certpath.editions.dryrun.ChangeReference;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Selects cases. A case must meet all criteria; an empty one is met by every case.
 *
 * @param needsAttention whether to select only cases whose student waits and that nobody works on
 * @param absentAdvisors the usernames of advisors who don't work on their cases; only for {@code needsAttention}
 * @param statuses the statuses, of which a case has one
 * @param attention why the case may need an advisor's attention
 * @param assignee who the case is assigned to
 * @param firstTrack the code of the recommended first track
 * @param firmness the firmness of the recommendation: tie, close or clear
 * @param answers for each question by its name in JSON, the code of an answer, or of one of several; empty for "I do not
 *     know" if that has no code
 * @param decision what an advisor decided
 * @param decisionReason the code of the reason for a differing decision, or {@link #NO_REASON}
 * @param rule the code of a rule that applied
 * @param cohort where the student came from
 * @param openedFrom the first day of opening, in UTC
 * @param openedTo the last day of opening, in UTC
 * @param dryRunChange what a dry run of an edition changes for the student
 * @param text the start of the reference, or a part of the name or of the e-mail address; case, accents and the kind of
 *     quotes and hyphens are ignored
 */
public record CaseFilter(
        boolean needsAttention,
        Set<String> absentAdvisors,
        Set<CaseStatus> statuses,
        Optional<AttentionReason> attention,
        Optional<AssigneeFilter> assignee,
        String firstTrack,
        String firmness,
        Map<String, String> answers,
        Optional<DecisionFilter> decision,
        String decisionReason,
        String rule,
        String cohort,
        Optional<LocalDate> openedFrom,
        Optional<LocalDate> openedTo,
        Optional<ChangeReference> dryRunChange,
        String text) {

    /** The value of {@link #decisionReason} for differing decisions without a reason. */
    public static final String NO_REASON = "not-given";

    /** The statuses of an open case. */
    public static final Set<CaseStatus> OPEN = Set.copyOf(EnumSet.of(CaseStatus.NEW, CaseStatus.IN_REVIEW));

    /** Selects every case. */
    public static final CaseFilter NONE = new Builder().build();

    /** Starts with a filter that selects every case. */
    public static Builder builder() {
        return new Builder();
    }

    /** Selects every case that was opened in a period, both days included. */
    public static CaseFilter openedBetween(Optional<LocalDate> from, Optional<LocalDate> to) {
        return builder().openedFrom(from).openedTo(to).build();
    }

    /** Starts with this filter. */
    public Builder toBuilder() {
        var builder = new Builder();
        builder.needsAttention = needsAttention;
        builder.absentAdvisors = absentAdvisors;
        builder.statuses = statuses;
        builder.attention = attention;
        builder.assignee = assignee;
        builder.firstTrack = firstTrack;
        builder.firmness = firmness;
        builder.answers = answers;
        builder.decision = decision;
        builder.decisionReason = decisionReason;
        builder.rule = rule;
        builder.cohort = cohort;
        builder.openedFrom = openedFrom;
        builder.openedTo = openedTo;
        builder.dryRunChange = dryRunChange;
        builder.text = text;
        return builder;
    }

    /** Collects the criteria of a filter; each method sets the component of the same name. */
    public static final class Builder {

        private boolean needsAttention;
        private Set<String> absentAdvisors = Set.of();
        private Set<CaseStatus> statuses = Set.of();
        private Optional<AttentionReason> attention = Optional.empty();
        private Optional<AssigneeFilter> assignee = Optional.empty();
        private String firstTrack = "";
        private String firmness = "";
        private Map<String, String> answers = Map.of();
        private Optional<DecisionFilter> decision = Optional.empty();
        private String decisionReason = "";
        private String rule = "";
        private String cohort = "";
        private Optional<LocalDate> openedFrom = Optional.empty();
        private Optional<LocalDate> openedTo = Optional.empty();
        private Optional<ChangeReference> dryRunChange = Optional.empty();
        private String text = "";

        private Builder() {}

        public Builder needsAttention(boolean value) {
            needsAttention = value;
            return this;
        }

        public Builder absentAdvisors(Collection<String> value) {
            absentAdvisors = Set.copyOf(value);
            return this;
        }

        public Builder statuses(Set<CaseStatus> value) {
            statuses = value;
            return this;
        }

        public Builder attention(Optional<AttentionReason> value) {
            attention = value;
            return this;
        }

        public Builder assignee(Optional<AssigneeFilter> value) {
            assignee = value;
            return this;
        }

        public Builder firstTrack(String value) {
            firstTrack = value;
            return this;
        }

        public Builder firmness(String value) {
            firmness = value;
            return this;
        }

        public Builder answers(Map<String, String> value) {
            answers = value;
            return this;
        }

        public Builder decision(Optional<DecisionFilter> value) {
            decision = value;
            return this;
        }

        public Builder decisionReason(String value) {
            decisionReason = value;
            return this;
        }

        public Builder rule(String value) {
            rule = value;
            return this;
        }

        public Builder cohort(String value) {
            cohort = value;
            return this;
        }

        public Builder openedFrom(Optional<LocalDate> value) {
            openedFrom = value;
            return this;
        }

        public Builder openedTo(Optional<LocalDate> value) {
            openedTo = value;
            return this;
        }

        public Builder dryRunChange(Optional<ChangeReference> value) {
            dryRunChange = value;
            return this;
        }

        public Builder text(String value) {
            text = value;
            return this;
        }

        /** Creates the filter. */
        public CaseFilter build() {
            return new CaseFilter(
                    needsAttention,
                    absentAdvisors,
                    statuses,
                    attention,
                    assignee,
                    firstTrack,
                    firmness,
                    answers,
                    decision,
                    decisionReason,
                    rule,
                    cohort,
                    openedFrom,
                    openedTo,
                    dryRunChange,
                    text);
        }
    }
}
