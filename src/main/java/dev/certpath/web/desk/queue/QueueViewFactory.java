package dev.certpath.web.desk.queue;

import dev.certpath.accounts.AccountService;
import dev.certpath.cases.search.CaseCount;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.FormViolation;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.queue.EmptyResult.Blamed;
import dev.certpath.web.desk.queue.EmptyResult.Reason;
import dev.certpath.web.desk.queue.QueueFilterOptions.Choices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out a part of the queue, or says what is wrong with the address that asks for one. */
@Component
class QueueViewFactory {

    private final CaseSearch lists;
    private final QueueQueryParser reader;
    private final QueueFilterOptions choices;
    private final AccountService accounts;
    private final QueueRowFormatter rows;
    private final FormMessages words;

    QueueViewFactory(
            CaseSearch lists,
            QueueQueryParser reader,
            QueueFilterOptions choices,
            AccountService accounts,
            QueueRowFormatter rows,
            FormMessages words) {
        this.lists = lists;
        this.reader = reader;
        this.choices = choices;
        this.accounts = accounts;
        this.rows = rows;
        this.words = words;
    }

    /**
     * A filter that is chosen.
     *
     * @param label its words
     * @param without the same part without it
     */
    public record Chosen(String label, QueueParameters without) {}

    /** The page of a form without problems. */
    ModelAndView of(QueueParameters form, String advisor) {
        return of(form, advisor, BulkActionForm.EMPTY, List.of());
    }

    /** The same, with what is wrong with a form for several cases. */
    ModelAndView of(QueueParameters form, String advisor, BulkActionForm several, List<FormViolation> problems) {
        var query = reader.query(form, advisor);
        var found = lists.page(query);
        var count = lists.count(query.filter());
        var page = frame(form, problems);
        page.addObject("heading", heading(form, count));
        page.addObject("chosen", chosen(form));
        page.addObject("order", reader.order(form));
        page.addObject("rows", rows.of(found.rows(), advisor));
        page.addObject("several", several);
        page.addObject("exportWords", exportWords(count));
        found.next().ifPresent(place -> page.addObject("next", form.with(QueueParameters.AFTER, place.toString())));
        if (found.rows().isEmpty()) {
            page.addObject("empty", empty(form, advisor, count));
        }
        return page;
    }

    /** The page that says what is wrong with a form. */
    ModelAndView of(QueueParameters form, List<FormViolation> problems) {
        var page = frame(form, problems);
        page.addObject("heading", words.text("queue.heading.wrong"));
        page.addObject("rows", List.of());
        return page;
    }

    private ModelAndView frame(QueueParameters form, List<FormViolation> problems) {
        var page = new ModelAndView("desk/queue", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("views", SavedView.READY);
        page.addObject("view", SavedView.of(form));
        var people = accounts.findEnabledUsernames();
        page.addObject("people", people);
        page.addObject("lists", choices.all(people));
        words.tell(page, problems);
        return page;
    }

    private String heading(QueueParameters form, CaseCount count) {
        var code = form.isAll() ? "queue.heading.all" : "queue.heading.needs-someone";
        return words.text(count.more() ? code + ".more" : code, count.number());
    }

    private String exportWords(CaseCount count) {
        return count.more() ? words.text("queue.export.all") : words.text("queue.export", count.number());
    }

    private List<Chosen> chosen(QueueParameters form) {
        return labels(form).entrySet().stream()
                .map(label -> new Chosen(label.getValue(), form.without(label.getKey())))
                .toList();
    }

    /** The chosen filters in words, in the order of the page. */
    private Map<String, String> labels(QueueParameters form) {
        var byName = choices.all().stream().collect(Collectors.toMap(Choices::name, Function.identity()));
        var labels = new LinkedHashMap<String, String>();
        for (String name : form.filters()) {
            var value = form.value(name);
            var list = byName.get(name);
            labels.put(name, words.text("queue.filter." + name) + ": " + (list == null ? value : list.label(value)));
        }
        return labels;
    }

    private EmptyResult empty(QueueParameters form, String advisor, CaseCount count) {
        if (count.number() > 0) {
            return new EmptyResult(Reason.NOTHING_FURTHER, List.of());
        }
        var blamed = blamed(form, advisor);
        if (!form.filters().isEmpty()) {
            return new EmptyResult(blamed.isEmpty() ? Reason.SEVERAL_FILTERS : Reason.ONE_FILTER, blamed);
        }
        return new EmptyResult(blamed.isEmpty() ? Reason.NOTHING_YET : Reason.NOBODY_NEEDED, blamed);
    }

    /** Finds out, by taking filters away one at a time, which of them is to blame. */
    private List<Blamed> blamed(QueueParameters form, String advisor) {
        var blamed = new ArrayList<Blamed>();
        labels(form).forEach((name, label) -> blame(label, form.without(name), advisor, blamed));
        if (!form.isAll()) {
            blame(
                    words.text("queue.filter.needs"),
                    form.with(QueueParameters.VIEW, QueueParameters.ALL),
                    advisor,
                    blamed);
        }
        return blamed;
    }

    private void blame(String label, QueueParameters without, String advisor, List<Blamed> blamed) {
        var count = lists.count(reader.query(without, advisor).filter());
        if (count.number() > 0) {
            var code = count.more() ? "queue.heading.all.more" : "queue.heading.all";
            blamed.add(new Blamed(label, without, words.text(code, count.number())));
        }
    }
}
