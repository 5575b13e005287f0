package dev.certpath.web.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The query parameters of the queue: filters, order and position. The filters by answers have the names that the guide
 * gives to its questions; {@link QueueParametersReader} knows them.
 *
 * @param values the parameters by name; parameters without a value are absent
 */
public record QueueParameters(Map<String, String> values) {

    /** The name of the model attribute and of the validated object. */
    public static final String MODEL_ATTRIBUTE = "queueParameters";

    public static final String VIEW = "view";
    public static final String ATTENTION = "why";
    public static final String STATUS = "status";
    public static final String ASSIGNEE = "who";
    public static final String FIRST = "first";
    public static final String FIRMNESS = "firmness";
    public static final String DECISION = "decision";
    public static final String REASON = "reason";
    public static final String RULE = "rule";
    public static final String COHORT = "cohort";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String CHANGE = "change";
    public static final String TEXT = "q";
    public static final String SORT = "sort";
    public static final String AFTER = "after";

    /** With the value {@code true}, an empty list names the filters that exclude all cases. */
    public static final String EXPLAIN = "explain";

    /** The value of {@link #VIEW} that shows all cases; the default. */
    public static final String ALL = "all";

    /** The value of {@link #VIEW} that shows only cases that need someone. */
    public static final String NEEDS_SOMEONE = "needs-someone";

    /** The value of {@link #STATUS} for the statuses new and in review. */
    public static final String OPEN = "open";

    /** The value of {@link #ASSIGNEE} for the current advisor. */
    public static final String ME = "me";

    /** The value of {@link #ASSIGNEE} for cases without an assignee. */
    public static final String NOBODY = "nobody";

    /** The parameters before those of the filters by answers, in the order of the page. */
    static final List<String> BEFORE_ANSWERS = List.of(VIEW, ATTENTION, STATUS, ASSIGNEE, FIRST, FIRMNESS);

    /** The parameters after those of the filters by answers, in the order of the page. */
    static final List<String> AFTER_ANSWERS =
            List.of(DECISION, REASON, RULE, COHORT, FROM, TO, CHANGE, TEXT, SORT, AFTER, EXPLAIN);

    /** The parameters that do not filter cases within a view. */
    private static final Set<String> NO_FILTERS = Set.of(VIEW, SORT, AFTER, EXPLAIN);

    /** Copies the map and keeps its order. */
    public QueueParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Parameters in the order of the page, without those that have no value. */
    public static QueueParameters of(Map<String, String> parameters) {
        var answers = new ArrayList<>(parameters.keySet());
        answers.removeAll(BEFORE_ANSWERS);
        answers.removeAll(AFTER_ANSWERS);
        var values = new LinkedHashMap<String, String>();
        Stream.of(BEFORE_ANSWERS, answers, AFTER_ANSWERS)
                .flatMap(List::stream)
                .filter(name -> !parameters.getOrDefault(name, "").isEmpty())
                .forEach(name -> values.put(name, parameters.getOrDefault(name, "")));
        return new QueueParameters(values);
    }

    /** The value of a parameter; empty if it is absent. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether no parameter has a value. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The names of the filters that have a value, in the order of the page. */
    public List<String> filters() {
        return values.keySet().stream()
                .filter(name -> !NO_FILTERS.contains(name))
                .toList();
    }

    /** Whether the view shows all cases, not only those that need someone. */
    public boolean showsAllCases() {
        return !value(VIEW).equals(NEEDS_SOMEONE);
    }

    /** Whether an empty list names the filters that exclude all cases. */
    public boolean isExplained() {
        return value(EXPLAIN).equals("true");
    }

    /** These parameters with another value, for the first page and without explanation. */
    public QueueParameters with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(AFTER);
        changed.remove(EXPLAIN);
        changed.put(name, value);
        return of(changed);
    }

    /** These parameters without one of them, for the first page and without explanation. */
    public QueueParameters without(String name) {
        return with(name, "");
    }

    /** The first page of the same view and order without filters. */
    public QueueParameters unfiltered() {
        var changed = new LinkedHashMap<>(values);
        changed.keySet().retainAll(NO_FILTERS);
        return new QueueParameters(changed).without(AFTER);
    }
}
