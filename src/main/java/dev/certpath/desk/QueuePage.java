package dev.certpath.desk;

import dev.certpath.cases.search.CaseCount;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.desk.EmptyQueue.Blamed;
import dev.certpath.desk.EmptyQueue.Reason;
import dev.certpath.desk.QueueChoices.Choices;
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
class QueuePage {

    private final CaseSearch lists;
    private final QueueReader reader;
    private final QueueChoices choices;
    private final AccountBook accounts;
    private final RowWords rows;
    private final FormWords words;

    QueuePage(
            CaseSearch lists,
            QueueReader reader,
            QueueChoices choices,
            AccountBook accounts,
            RowWords rows,
            FormWords words) {
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
    public record Chosen(String label, QueueForm without) {}

    /** The page of a form without problems. */
    ModelAndView of(QueueForm form, String advisor) {
        return of(form, advisor, SeveralForm.EMPTY, List.of());
    }

    /** The same, with what is wrong with a form for several cases. */
    ModelAndView of(QueueForm form, String advisor, SeveralForm several, List<FormProblem> problems) {
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
        found.next().ifPresent(place -> page.addObject("next", form.with(QueueForm.AFTER, place.toString())));
        if (found.rows().isEmpty()) {
            page.addObject("empty", empty(form, advisor, count));
        }
        return page;
    }

    /** The page that says what is wrong with a form. */
    ModelAndView of(QueueForm form, List<FormProblem> problems) {
        var page = frame(form, problems);
        page.addObject("heading", words.text("queue.heading.wrong"));
        page.addObject("rows", List.of());
        return page;
    }

    private ModelAndView frame(QueueForm form, List<FormProblem> problems) {
        var page = new ModelAndView("desk/queue", problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        page.addObject("form", form);
        page.addObject("views", QueueView.READY);
        page.addObject("view", QueueView.of(form));
        var people = accounts.enabledNames();
        page.addObject("people", people);
        page.addObject("lists", choices.all(people));
        words.tell(page, problems);
        return page;
    }

    private String heading(QueueForm form, CaseCount count) {
        var code = form.isAll() ? "queue.heading.all" : "queue.heading.needs-someone";
        return words.text(count.more() ? code + ".more" : code, count.number());
    }

    private String exportWords(CaseCount count) {
        return count.more() ? words.text("queue.export.all") : words.text("queue.export", count.number());
    }

    private List<Chosen> chosen(QueueForm form) {
        return labels(form).entrySet().stream()
                .map(label -> new Chosen(label.getValue(), form.without(label.getKey())))
                .toList();
    }

    /** The chosen filters in words, in the order of the page. */
    private Map<String, String> labels(QueueForm form) {
        var byName = choices.all().stream().collect(Collectors.toMap(Choices::name, Function.identity()));
        var labels = new LinkedHashMap<String, String>();
        for (String name : form.filters()) {
            var value = form.value(name);
            var list = byName.get(name);
            labels.put(name, words.text("queue.filter." + name) + ": " + (list == null ? value : list.label(value)));
        }
        return labels;
    }

    private EmptyQueue empty(QueueForm form, String advisor, CaseCount count) {
        if (count.number() > 0) {
            return new EmptyQueue(Reason.NOTHING_FURTHER, List.of());
        }
        var blamed = blamed(form, advisor);
        if (!form.filters().isEmpty()) {
            return new EmptyQueue(blamed.isEmpty() ? Reason.SEVERAL_FILTERS : Reason.ONE_FILTER, blamed);
        }
        return new EmptyQueue(blamed.isEmpty() ? Reason.NOTHING_YET : Reason.NOBODY_NEEDED, blamed);
    }

    /** Finds out, by taking filters away one at a time, which of them is to blame. */
    private List<Blamed> blamed(QueueForm form, String advisor) {
        var blamed = new ArrayList<Blamed>();
        labels(form).forEach((name, label) -> blame(label, form.without(name), advisor, blamed));
        if (!form.isAll()) {
            blame(words.text("queue.filter.needs"), form.with(QueueForm.VIEW, QueueForm.ALL), advisor, blamed);
        }
        return blamed;
    }

    private void blame(String label, QueueForm without, String advisor, List<Blamed> blamed) {
        var count = lists.count(reader.query(without, advisor).filter());
        if (count.number() > 0) {
            var code = count.more() ? "queue.heading.all.more" : "queue.heading.all";
            blamed.add(new Blamed(label, without, words.text(code, count.number())));
        }
    }
}
