package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseFilter.Holder;
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

/** Reads which cases a form means, and finds everything in it that means nothing. */
@Component
class QueueQueryParser {

    static final int PAGE = 50;

    /** No name and no address is longer. */
    private static final int LONGEST_TEXT = 254;

    /** The filters whose values the guide names. */
    private static final Set<String> OF_THE_GUIDE = Set.of(
            QueueParameters.FIRST,
            QueueParameters.INDUSTRY,
            QueueParameters.ROLE,
            QueueParameters.REASON,
            QueueParameters.RULE);

    /** What a guide may call something. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final QueueFilterOptions choices;
    private final CaseSearch lists;
    private final AccountService accounts;

    QueueQueryParser(QueueFilterOptions choices, CaseSearch lists, AccountService accounts) {
        this.choices = choices;
        this.lists = lists;
        this.accounts = accounts;
    }

    /** What means nothing in a form. */
    List<FormViolation> problems(QueueParameters form) {
        var problems = new ArrayList<FormViolation>();
        for (var list : choices.all()) {
            var value = form.value(list.name());
            if (!value.isEmpty() && !list.has(value) && !isThere(list.name(), value)) {
                problems.add(problem(list.name(), value));
            }
        }
        problems.addAll(
                new PeriodParameters(form.value(QueueParameters.FROM), form.value(QueueParameters.TO)).problems());
        problems.addAll(problemsOfText(form.value(QueueParameters.TEXT)));
        problems.addAll(problemsOfOrder(form));
        return problems;
    }

    /** The cases that a form without problems asks for. */
    CaseQuery query(QueueParameters form, String advisor) {
        var after = Optional.of(form.value(QueueParameters.AFTER)).flatMap(KeysetPosition::read);
        return new CaseQuery(filter(form, advisor), order(form), after, PAGE);
    }

    /** The order of a form without problems. */
    CaseSortOrder order(QueueParameters form) {
        return CaseSortOrder.of(form.value(QueueParameters.SORT))
                .orElse(form.isAll() ? CaseSortOrder.NEWEST : CaseSortOrder.WAITING);
    }

    private CaseFilter filter(QueueParameters form, String advisor) {
        return new CaseFilter(
                !form.isAll(),
                statuses(form.value(QueueParameters.STATUS)),
                AttentionReason.of(form.value(QueueParameters.WHY)),
                holder(form.value(QueueParameters.WHO), advisor),
                form.value(QueueParameters.FIRST),
                form.value(QueueParameters.FIRMNESS),
                form.value(QueueParameters.INDUSTRY),
                form.value(QueueParameters.ROLE),
                form.value(QueueParameters.EMPLOYER),
                DecisionFilter.of(form.value(QueueParameters.DECIDED)),
                form.value(QueueParameters.REASON),
                form.value(QueueParameters.RULE),
                PeriodParameters.day(form.value(QueueParameters.FROM)),
                PeriodParameters.day(form.value(QueueParameters.TO)),
                form.value(QueueParameters.TEXT));
    }

    private static List<FormViolation> problemsOfText(String text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of(new FormViolation(QueueParameters.TEXT, "queue.text.long", LONGEST_TEXT));
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? List.of(new FormViolation(QueueParameters.TEXT, "queue.text.unseen"))
                : List.of();
    }

    private List<FormViolation> problemsOfOrder(QueueParameters form) {
        var sort = form.value(QueueParameters.SORT);
        if (!sort.isEmpty() && CaseSortOrder.of(sort).isEmpty()) {
            return List.of(problem(QueueParameters.SORT, sort));
        }
        var after = form.value(QueueParameters.AFTER);
        boolean isPlace = KeysetPosition.read(after).filter(order(form)::has).isPresent();
        return after.isEmpty() || isPlace ? List.of() : List.of(problem(QueueParameters.AFTER, after));
    }

    /**
     * Cases can be someone's who can no longer log in, and older than the guide in force: what they have, the lists may
     * lack.
     */
    private boolean isThere(String list, String value) {
        if (list.equals(QueueParameters.WHO)) {
            return accounts.find(value).isPresent();
        }
        return OF_THE_GUIDE.contains(list)
                && CODE.matcher(value).matches()
                && lists.count(filter(QueueParameters.of(Map.of(list, value)), ""))
                                .number()
                        > 0;
    }

    private Optional<Holder> holder(String who, String advisor) {
        return switch (who) {
            case "" -> Optional.empty();
            case QueueParameters.NOBODY -> Optional.of(new Holder(Optional.empty()));
            case QueueParameters.ME -> Optional.of(new Holder(Optional.of(advisor)));
            default -> accounts.find(who).map(account -> new Holder(Optional.of(account.username())));
        };
    }

    private static Set<CaseStatus> statuses(String status) {
        return status.equals(QueueParameters.OPEN)
                ? CaseFilter.OPEN
                : Arrays.stream(CaseStatus.values())
                        .filter(one -> one.toString().equals(status))
                        .collect(Collectors.toSet());
    }

    private static FormViolation problem(String name, String value) {
        return new FormViolation(name, "queue.unknown." + name, value);
    }
}
