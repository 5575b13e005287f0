package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AssigneeFilter;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseQuery;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.search.KeysetPosition;
import dev.certpath.web.desk.FormViolation;
import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.desk.QueueParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Validates the query parameters of the queue and converts them to a {@link CaseQuery}. */
@Component
class QueueQueryParser {

    static final int PAGE_SIZE = 50;

    /** The maximum length of an e-mail address (RFC 5321); names are shorter. */
    private static final int MAX_TEXT_LENGTH = 254;

    /** The filters whose values are codes of the guide. */
    private static final Set<String> GUIDE_FILTERS = Set.of(
            QueueParameters.FIRST,
            QueueParameters.INDUSTRY,
            QueueParameters.ROLE,
            QueueParameters.REASON,
            QueueParameters.RULE);

    /** The format of the codes in a guide. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final QueueFilterOptions options;
    private final CaseSearch search;
    private final AccountService accounts;

    QueueQueryParser(QueueFilterOptions options, CaseSearch search, AccountService accounts) {
        this.options = options;
        this.search = search;
        this.accounts = accounts;
    }

    /** Validates all parameters; returns every violation. */
    List<FormViolation> validate(QueueParameters parameters) {
        var violations = new ArrayList<FormViolation>();
        for (var list : options.lists()) {
            var value = parameters.value(list.name());
            if (!value.isEmpty() && !list.contains(value) && !isUsedByCases(list.name(), value)) {
                violations.add(unknownValue(list.name(), value));
            }
        }
        var period = new PeriodParameters(parameters.value(QueueParameters.FROM), parameters.value(QueueParameters.TO));
        violations.addAll(period.validate());
        violations.addAll(validateText(parameters.value(QueueParameters.TEXT)));
        violations.addAll(validateOrder(parameters));
        return violations;
    }

    /** Converts valid parameters to a query. */
    CaseQuery toQuery(QueueParameters parameters, String advisor) {
        var after = Optional.of(parameters.value(QueueParameters.AFTER)).flatMap(KeysetPosition::parse);
        return new CaseQuery(toFilter(parameters, advisor), sortOrder(parameters), after, PAGE_SIZE);
    }

    /** The sort order of valid parameters. */
    CaseSortOrder sortOrder(QueueParameters parameters) {
        return CaseSortOrder.of(parameters.value(QueueParameters.SORT))
                .orElse(parameters.showsAllCases() ? CaseSortOrder.NEWEST : CaseSortOrder.WAITING);
    }

    private CaseFilter toFilter(QueueParameters parameters, String advisor) {
        return CaseFilter.builder()
                .needsAttention(!parameters.showsAllCases())
                .statuses(toStatuses(parameters.value(QueueParameters.STATUS)))
                .attention(AttentionReason.of(parameters.value(QueueParameters.ATTENTION)))
                .assignee(toAssignee(parameters.value(QueueParameters.ASSIGNEE), advisor))
                .firstTrack(parameters.value(QueueParameters.FIRST))
                .firmness(parameters.value(QueueParameters.FIRMNESS))
                .industry(parameters.value(QueueParameters.INDUSTRY))
                .role(parameters.value(QueueParameters.ROLE))
                .employer(parameters.value(QueueParameters.EMPLOYER))
                .decision(DecisionFilter.of(parameters.value(QueueParameters.DECISION)))
                .decisionReason(parameters.value(QueueParameters.REASON))
                .rule(parameters.value(QueueParameters.RULE))
                .openedFrom(PeriodParameters.parseDay(parameters.value(QueueParameters.FROM)))
                .openedTo(PeriodParameters.parseDay(parameters.value(QueueParameters.TO)))
                .text(parameters.value(QueueParameters.TEXT))
                .build();
    }

    private static List<FormViolation> validateText(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            return List.of(new FormViolation(QueueParameters.TEXT, "queue.text.long", MAX_TEXT_LENGTH));
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? List.of(new FormViolation(QueueParameters.TEXT, "queue.text.control-characters"))
                : List.of();
    }

    private List<FormViolation> validateOrder(QueueParameters parameters) {
        var sort = parameters.value(QueueParameters.SORT);
        if (!sort.isEmpty() && CaseSortOrder.of(sort).isEmpty()) {
            return List.of(unknownValue(QueueParameters.SORT, sort));
        }
        var after = parameters.value(QueueParameters.AFTER);
        boolean isPosition = KeysetPosition.parse(after)
                .filter(sortOrder(parameters)::hasPosition)
                .isPresent();
        return after.isEmpty() || isPosition ? List.of() : List.of(unknownValue(QueueParameters.AFTER, after));
    }

    /**
     * Whether a value that the options lack is valid nevertheless: a case can be assigned to a disabled account, and can
     * have codes of an earlier edition of the guide.
     */
    private boolean isUsedByCases(String filter, String value) {
        if (filter.equals(QueueParameters.ASSIGNEE)) {
            return accounts.find(value).isPresent();
        }
        return GUIDE_FILTERS.contains(filter)
                && CODE.matcher(value).matches()
                && search.count(toFilter(QueueParameters.of(Map.of(filter, value)), ""))
                                .count()
                        > 0;
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

    private static FormViolation unknownValue(String name, String value) {
        return new FormViolation(name, "queue.unknown." + name, value);
    }
}
