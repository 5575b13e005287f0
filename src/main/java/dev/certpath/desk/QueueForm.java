package dev.certpath.desk;

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
public record QueueForm(Map<String, String> said) {

    static final String VIEW = "view";
    static final String WHY = "why";
    static final String STATUS = "status";
    static final String WHO = "who";
    static final String FIRST = "first";
    static final String FIRMNESS = "firmness";
    static final String INDUSTRY = "industry";
    static final String ROLE = "role";
    static final String EMPLOYER = "employer";
    static final String DECIDED = "decision";
    static final String REASON = "reason";
    static final String RULE = "rule";
    static final String FROM = "from";
    static final String TO = "to";
    static final String TEXT = "q";
    static final String SORT = "sort";
    static final String AFTER = "after";

    /** The value of {@link #VIEW} that shows every case, whether it needs someone or not; so does no value. */
    static final String ALL = "all";

    /** The value of {@link #VIEW} that shows only cases that need someone. */
    static final String NEEDS_SOMEONE = "needs-someone";

    /** The value of {@link #STATUS} for those that someone may still have to do something about. */
    static final String OPEN = "open";

    /** The value of {@link #WHO} for the advisor who looks. */
    static final String ME = "me";

    /** The value of {@link #WHO} for nobody. */
    static final String NOBODY = "nobody";

    /** What leaves out cases, in the order of the page. */
    static final List<String> FILTERS =
            List.of(WHY, STATUS, WHO, FIRST, FIRMNESS, INDUSTRY, ROLE, EMPLOYER, DECIDED, REASON, RULE, FROM, TO, TEXT);

    private static final List<String> NAMES = names();

    public QueueForm {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /** Reads parameters; those that are not ours are left alone, and one that is there twice has both values. */
    static QueueForm of(MultiValueMap<String, String> parameters) {
        var said = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            var value =
                    String.join(",", parameters.getOrDefault(name, List.of())).strip();
            if (!value.isEmpty()) {
                said.put(name, value);
            }
        }
        return new QueueForm(said);
    }

    static QueueForm of(Map<String, String> parameters) {
        return of(MultiValueMap.fromSingleValue(parameters));
    }

    /** What is said under a name; empty where nothing is. */
    public String value(String name) {
        return said.getOrDefault(name, "");
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
    public QueueForm with(String name, String value) {
        var changed = new LinkedHashMap<>(said);
        changed.remove(AFTER);
        changed.put(name, value);
        return of(changed);
    }

    /** The first page of the same, without this. */
    public QueueForm without(String name) {
        return with(name, "");
    }

    /** The first page of the same view, without any filter. */
    public QueueForm unfiltered() {
        var changed = new LinkedHashMap<>(said);
        FILTERS.forEach(changed::remove);
        return new QueueForm(changed).without(AFTER);
    }

    /** Whether it says all that another one says. */
    boolean covers(QueueForm other) {
        return said.entrySet().containsAll(other.said.entrySet());
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of(VIEW));
        names.addAll(FILTERS);
        names.addAll(List.of(SORT, AFTER));
        return List.copyOf(names);
    }
}
