package dev.certpath.desk;

import dev.certpath.cases.CaseFilter;
import dev.certpath.cases.CaseFilter.Holder;
import dev.certpath.cases.CaseOrder;
import dev.certpath.cases.CaseQuery;
import dev.certpath.cases.Place;
import dev.certpath.cases.Status;
import dev.certpath.cases.Why;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads which cases a form means, and finds everything in it that means nothing. */
@Component
class QueueReader {

    static final int PAGE = 50;

    /** No name and no address is longer. */
    private static final int LONGEST_TEXT = 254;

    /** Days with a year of four digits, which every database has. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    private final QueueChoices choices;
    private final AccountBook accounts;

    QueueReader(QueueChoices choices, AccountBook accounts) {
        this.choices = choices;
        this.accounts = accounts;
    }

    /** What means nothing in a form. */
    List<FormProblem> problems(QueueForm form) {
        var problems = new ArrayList<FormProblem>();
        for (var list : choices.all()) {
            var value = form.value(list.name());
            if (!value.isEmpty() && !list.has(value) && !isSomeone(list.name(), value)) {
                problems.add(problem(list.name(), value));
            }
        }
        problems.addAll(problemsOfDays(form));
        problems.addAll(problemsOfText(form.value(QueueForm.TEXT)));
        problems.addAll(problemsOfOrder(form));
        return problems;
    }

    /** The cases that a form without problems asks for. */
    CaseQuery query(QueueForm form, String advisor) {
        var after = Optional.of(form.value(QueueForm.AFTER)).flatMap(Place::read);
        return new CaseQuery(filter(form, advisor), order(form), after, PAGE);
    }

    /** The order of a form without problems. */
    CaseOrder order(QueueForm form) {
        return CaseOrder.of(form.value(QueueForm.SORT)).orElse(form.isAll() ? CaseOrder.NEWEST : CaseOrder.WAITING);
    }

    private CaseFilter filter(QueueForm form, String advisor) {
        return new CaseFilter(
                !form.isAll(),
                statuses(form.value(QueueForm.STATUS)),
                Why.of(form.value(QueueForm.WHY)),
                holder(form.value(QueueForm.WHO), advisor),
                form.value(QueueForm.FIRST),
                form.value(QueueForm.FIRMNESS),
                form.value(QueueForm.INDUSTRY),
                form.value(QueueForm.ROLE),
                form.value(QueueForm.EMPLOYER),
                day(form.value(QueueForm.FROM)),
                day(form.value(QueueForm.TO)),
                form.value(QueueForm.TEXT));
    }

    private List<FormProblem> problemsOfDays(QueueForm form) {
        var problems = new ArrayList<FormProblem>();
        for (String name : List.of(QueueForm.FROM, QueueForm.TO)) {
            var value = form.value(name);
            if (!value.isEmpty() && day(value).isEmpty()) {
                problems.add(problem(name, value));
            }
        }
        var from = day(form.value(QueueForm.FROM));
        var to = day(form.value(QueueForm.TO));
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            problems.add(new FormProblem(QueueForm.TO, "queue.to.early"));
        }
        return problems;
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
        if (!sort.isEmpty() && CaseOrder.of(sort).isEmpty()) {
            return List.of(problem(QueueForm.SORT, sort));
        }
        var after = form.value(QueueForm.AFTER);
        boolean isPlace = Place.read(after).filter(order(form)::has).isPresent();
        return after.isEmpty() || isPlace ? List.of() : List.of(problem(QueueForm.AFTER, after));
    }

    /** Cases can be someone's who can no longer log in, and whom the list therefore lacks. */
    private boolean isSomeone(String list, String value) {
        return list.equals(QueueForm.WHO) && accounts.find(value).isPresent();
    }

    private Optional<Holder> holder(String who, String advisor) {
        return switch (who) {
            case "" -> Optional.empty();
            case QueueForm.NOBODY -> Optional.of(new Holder(Optional.empty()));
            case QueueForm.ME -> Optional.of(new Holder(Optional.of(advisor)));
            default -> accounts.find(who).map(account -> new Holder(Optional.of(account.username())));
        };
    }

    private static Set<Status> statuses(String status) {
        return status.equals(QueueForm.OPEN)
                ? CaseFilter.OPEN
                : Arrays.stream(Status.values())
                        .filter(one -> one.toString().equals(status))
                        .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && !day.isAfter(LAST_DAY));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static FormProblem problem(String name, String value) {
        return new FormProblem(name, "queue.unknown." + name, value);
    }
}
