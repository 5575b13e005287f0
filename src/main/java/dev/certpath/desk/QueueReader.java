package dev.certpath.desk;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseFilter.Holder;
import dev.certpath.cases.search.CaseQuery;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.search.KeysetPosition;
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
class QueueReader {

    static final int PAGE = 50;

    /** No name and no address is longer. */
    private static final int LONGEST_TEXT = 254;

    /** The filters whose values the guide names. */
    private static final Set<String> OF_THE_GUIDE =
            Set.of(QueueForm.FIRST, QueueForm.INDUSTRY, QueueForm.ROLE, QueueForm.REASON, QueueForm.RULE);

    /** What a guide may call something. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final QueueChoices choices;
    private final CaseSearch lists;
    private final AccountBook accounts;

    QueueReader(QueueChoices choices, CaseSearch lists, AccountBook accounts) {
        this.choices = choices;
        this.lists = lists;
        this.accounts = accounts;
    }

    /** What means nothing in a form. */
    List<FormProblem> problems(QueueForm form) {
        var problems = new ArrayList<FormProblem>();
        for (var list : choices.all()) {
            var value = form.value(list.name());
            if (!value.isEmpty() && !list.has(value) && !isThere(list.name(), value)) {
                problems.add(problem(list.name(), value));
            }
        }
        problems.addAll(new Period(form.value(QueueForm.FROM), form.value(QueueForm.TO)).problems());
        problems.addAll(problemsOfText(form.value(QueueForm.TEXT)));
        problems.addAll(problemsOfOrder(form));
        return problems;
    }

    /** The cases that a form without problems asks for. */
    CaseQuery query(QueueForm form, String advisor) {
        var after = Optional.of(form.value(QueueForm.AFTER)).flatMap(KeysetPosition::read);
        return new CaseQuery(filter(form, advisor), order(form), after, PAGE);
    }

    /** The order of a form without problems. */
    CaseSortOrder order(QueueForm form) {
        return CaseSortOrder.of(form.value(QueueForm.SORT))
                .orElse(form.isAll() ? CaseSortOrder.NEWEST : CaseSortOrder.WAITING);
    }

    private CaseFilter filter(QueueForm form, String advisor) {
        return new CaseFilter(
                !form.isAll(),
                statuses(form.value(QueueForm.STATUS)),
                AttentionReason.of(form.value(QueueForm.WHY)),
                holder(form.value(QueueForm.WHO), advisor),
                form.value(QueueForm.FIRST),
                form.value(QueueForm.FIRMNESS),
                form.value(QueueForm.INDUSTRY),
                form.value(QueueForm.ROLE),
                form.value(QueueForm.EMPLOYER),
                DecisionFilter.of(form.value(QueueForm.DECIDED)),
                form.value(QueueForm.REASON),
                form.value(QueueForm.RULE),
                Period.day(form.value(QueueForm.FROM)),
                Period.day(form.value(QueueForm.TO)),
                form.value(QueueForm.TEXT));
    }

    private static List<FormProblem> problemsOfText(String text) {
        if (text.length() > LONGEST_TEXT) {
            return List.of(new FormProblem(QueueForm.TEXT, "queue.text.long", LONGEST_TEXT));
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? List.of(new FormProblem(QueueForm.TEXT, "queue.text.unseen"))
                : List.of();
    }

    private List<FormProblem> problemsOfOrder(QueueForm form) {
        var sort = form.value(QueueForm.SORT);
        if (!sort.isEmpty() && CaseSortOrder.of(sort).isEmpty()) {
            return List.of(problem(QueueForm.SORT, sort));
        }
        var after = form.value(QueueForm.AFTER);
        boolean isPlace = KeysetPosition.read(after).filter(order(form)::has).isPresent();
        return after.isEmpty() || isPlace ? List.of() : List.of(problem(QueueForm.AFTER, after));
    }

    /**
     * Cases can be someone's who can no longer log in, and older than the guide in force: what they have, the lists may
     * lack.
     */
    private boolean isThere(String list, String value) {
        if (list.equals(QueueForm.WHO)) {
            return accounts.find(value).isPresent();
        }
        return OF_THE_GUIDE.contains(list)
                && CODE.matcher(value).matches()
                && lists.count(filter(QueueForm.of(Map.of(list, value)), "")).number() > 0;
    }

    private Optional<Holder> holder(String who, String advisor) {
        return switch (who) {
            case "" -> Optional.empty();
            case QueueForm.NOBODY -> Optional.of(new Holder(Optional.empty()));
            case QueueForm.ME -> Optional.of(new Holder(Optional.of(advisor)));
            default -> accounts.find(who).map(account -> new Holder(Optional.of(account.username())));
        };
    }

    private static Set<CaseStatus> statuses(String status) {
        return status.equals(QueueForm.OPEN)
                ? CaseFilter.OPEN
                : Arrays.stream(CaseStatus.values())
                        .filter(one -> one.toString().equals(status))
                        .collect(Collectors.toSet());
    }

    private static FormProblem problem(String name, String value) {
        return new FormProblem(name, "queue.unknown." + name, value);
    }
}
