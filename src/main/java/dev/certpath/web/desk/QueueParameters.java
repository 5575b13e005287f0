package dev.certpath.web.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters of the queue: filters, order and position.
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
    public static final String INDUSTRY = "industry";
    public static final String ROLE = "role";
    public static final String EMPLOYER = "employer";
    public static final String DECISION = "decision";
    public static final String REASON = "reason";
    public static final String RULE = "rule";
    public static final String FROM = "from";
    public static final String TO = "to";
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

    /** The parameters that filter cases, in the order of the page. */
    static final List<String> FILTERS = List.of(
            ATTENTION, STATUS, ASSIGNEE, FIRST, FIRMNESS, INDUSTRY, ROLE, EMPLOYER, DECISION, REASON, RULE, FROM, TO,
            TEXT);

    private static final List<String> NAMES = names();

    /** Copies the map and keeps its order. */
    public QueueParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads request parameters. Ignores unknown ones; the values of a repeated parameter are joined with a comma, which
     * validation then rejects.
     */
    public static QueueParameters of(MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            var value =
                    String.join(",", parameters.getOrDefault(name, List.of())).strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return new QueueParameters(values);
    }

    /** Reads parameters that have one value each. */
    public static QueueParameters of(Map<String, String> parameters) {
        return of(MultiValueMap.fromSingleValue(parameters));
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
        return FILTERS.stream().filter(values::containsKey).toList();
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
        FILTERS.forEach(changed::remove);
        return new QueueParameters(changed).without(AFTER);
    }

    /** Whether these parameters include all of the other ones with the same values. */
    public boolean includes(QueueParameters other) {
        return values.entrySet().containsAll(other.values.entrySet());
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of(VIEW));
        names.addAll(FILTERS);
        names.addAll(List.of(SORT, AFTER, EXPLAIN));
        return List.copyOf(names);
    }
}
