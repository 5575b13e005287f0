package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AssigneeFilter;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseQuery;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.search.KeysetPosition;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.dryrun.ChangeReference;
import dev.certpath.guide.Question;
import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.desk.QueueParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Converts the query parameters of the queue to a {@link CaseQuery}. */
@Component
class QueueQueryParser {

    static final int PAGE_SIZE = 50;

    private final CurrentGuide currentGuide;
    private final AccountService accounts;

    QueueQueryParser(CurrentGuide currentGuide, AccountService accounts) {
        this.currentGuide = currentGuide;
        this.accounts = accounts;
    }

    /** The advisor with this username. Disabled accounts are queried once, and only if a filter needs them. */
    QueueViewer viewer(String username) {
        return new QueueViewer(username, SingletonSupplier.of(accounts::findDisabledUsernames));
    }

    /** Converts valid parameters to a query. */
    CaseQuery toQuery(QueueParameters parameters, QueueViewer viewer) {
        var after = Optional.of(parameters.value(QueueParameters.AFTER)).flatMap(KeysetPosition::parse);
        return new CaseQuery(toFilter(parameters, viewer), sortOrder(parameters), after, PAGE_SIZE);
    }

    /** The sort order of valid parameters. */
    CaseSortOrder sortOrder(QueueParameters parameters) {
        return CaseSortOrder.of(parameters.value(QueueParameters.SORT))
                .orElse(parameters.showsAllCases() ? CaseSortOrder.NEWEST : CaseSortOrder.WAITING);
    }

    /** Converts the filters of valid parameters. */
    CaseFilter toFilter(QueueParameters parameters, QueueViewer viewer) {
        return CaseFilter.builder()
                .needsAttention(!parameters.showsAllCases())
                .absentAdvisors(
                        parameters.showsAllCases()
                                ? List.of()
                                : viewer.absentAdvisors().get())
                .statuses(toStatuses(parameters.value(QueueParameters.STATUS)))
                .attention(AttentionReason.of(parameters.value(QueueParameters.ATTENTION)))
                .assignee(toAssignee(parameters.value(QueueParameters.ASSIGNEE), viewer.username()))
                .firstTrack(parameters.value(QueueParameters.FIRST))
                .firmness(parameters.value(QueueParameters.FIRMNESS))
                .answers(toAnswers(parameters))
                .decision(DecisionFilter.of(parameters.value(QueueParameters.DECISION)))
                .decisionReason(parameters.value(QueueParameters.REASON))
                .rule(parameters.value(QueueParameters.RULE))
                .cohort(parameters.value(QueueParameters.COHORT))
                .openedFrom(PeriodParameters.parseDay(parameters.value(QueueParameters.FROM)))
                .openedTo(PeriodParameters.parseDay(parameters.value(QueueParameters.TO)))
                .dryRunChange(ChangeReference.parse(parameters.value(QueueParameters.CHANGE)))
                .text(parameters.value(QueueParameters.TEXT))
                .build();
    }

    private Map<String, String> toAnswers(QueueParameters parameters) {
        return currentGuide.guide().questions().stream()
                .filter(question -> !parameters.value(question.filter()).isEmpty())
                .collect(
                        Collectors.toMap(Question::parameter, question -> toCode(parameters.value(question.filter()))));
    }

    private static String toCode(String value) {
        return value.equals(QueueFilterOptions.NOT_KNOWN) ? "" : value;
    }

    private Optional<AssigneeFilter> toAssignee(String value, String advisor) {
        return switch (value) {
            case "" -> Optional.empty();
            case QueueParameters.NOBODY -> Optional.of(AssigneeFilter.UNASSIGNED);
            case QueueParameters.ME -> Optional.of(AssigneeFilter.assignedTo(advisor));
            default -> accounts.find(value).map(account -> AssigneeFilter.assignedTo(account.username()));
        };
    }

    private static Set<CaseStatus> toStatuses(String value) {
        return value.equals(QueueParameters.OPEN)
                ? CaseFilter.OPEN
                : Arrays.stream(CaseStatus.values())
                        .filter(status -> status.toString().equals(value))
                        .collect(Collectors.toSet());
    }
}
