package dev.certpath.web.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/**
 * What part of the queue to show, as the address says it.
 *
 * @param said what the address says under each name; nothing where it says nothing
 */
public record QueueParameters(Map<String, String> said) {

    public static final String VIEW = "view";
    public static final String WHY = "why";
    public static final String STATUS = "status";
    public static final String WHO = "who";
    public static final String FIRST = "first";
    public static final String FIRMNESS = "firmness";
    public static final String INDUSTRY = "industry";
    public static final String ROLE = "role";
    public static final String EMPLOYER = "employer";
    public static final String DECIDED = "decision";
    public static final String REASON = "reason";
    public static final String RULE = "rule";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String TEXT = "q";
    public static final String SORT = "sort";
    public static final String AFTER = "after";

    /** The value of {@link #VIEW} that shows every case, whether it needs someone or not; so does no value. */
    public static final String ALL = "all";

    /** The value of {@link #VIEW} that shows only cases that need someone. */
    public static final String NEEDS_SOMEONE = "needs-someone";

    /** The value of {@link #STATUS} for those that someone may still have to do something about. */
    public static final String OPEN = "open";

    /** The value of {@link #WHO} for the advisor who looks. */
    public static final String ME = "me";

    /** The value of {@link #WHO} for nobody. */
    public static final String NOBODY = "nobody";

    /** What leaves out cases, in the order of the page. */
    static final List<String> FILTERS =
            List.of(WHY, STATUS, WHO, FIRST, FIRMNESS, INDUSTRY, ROLE, EMPLOYER, DECIDED, REASON, RULE, FROM, TO, TEXT);

    private static final List<String> NAMES = names();

    public QueueParameters {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** Reads parameters; those that are not ours are left alone, and one that is there twice has both values. */
    public static QueueParameters of(MultiValueMap<String, String> parameters) {
        var said = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            var value =
                    String.join(",", parameters.getOrDefault(name, List.of())).strip();
            if (!value.isEmpty()) {
                said.put(name, value);
            }
        }
        return new QueueParameters(said);
    }

    public static QueueParameters of(Map<String, String> parameters) {
        return of(MultiValueMap.fromSingleValue(parameters));
    }

    /** What is said under a name; empty where nothing is. */
    public String value(String name) {
        return said.getOrDefault(name, "");
    }

    /** Whether nothing is said under any name. */
    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** The filters that are chosen. */
    public List<String> filters() {
        return FILTERS.stream().filter(said::containsKey).toList();
    }

    /** Whether it shows every case, whether it needs someone or not. */
    public boolean isAll() {
        return !value(VIEW).equals(NEEDS_SOMEONE);
    }

    /** The first page of the same, with another value. */
    public QueueParameters with(String name, String value) {
        var changed = new LinkedHashMap<>(said);
        changed.remove(AFTER);
        changed.put(name, value);
        return of(changed);
    }

    /** The first page of the same, without this. */
    public QueueParameters without(String name) {
        return with(name, "");
    }

    /** The first page of the same view, without any filter. */
    public QueueParameters unfiltered() {
        var changed = new LinkedHashMap<>(said);
        FILTERS.forEach(changed::remove);
        return new QueueParameters(changed).without(AFTER);
    }

    /** Whether it says all that another one says. */
    public boolean covers(QueueParameters other) {
        return said.entrySet().containsAll(other.said.entrySet());
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of(VIEW));
        names.addAll(FILTERS);
        names.addAll(List.of(SORT, AFTER));
        return List.copyOf(names);
    }
}
