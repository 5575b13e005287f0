package dev.certpath.web.desk.queue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values that a filter can have.
 *
 * @param name the name of the query parameter
 * @param label the label of the filter
 * @param any the choice that selects all cases; empty if there is none
 * @param options the values, in the order of the page
 */
public record FilterOptionList(String name, String label, String any, List<FilterOption> options) {

    /** The label of a value; the value itself if it is not in the list. */
    public String label(String code) {
        return options.stream()
                .filter(option -> option.code().equals(code))
                .map(FilterOption::label)
                .findFirst()
                .orElse(code);
    }

    /** Whether the list has a value. */
    public boolean contains(String code) {
        return options.stream().anyMatch(option -> option.code().equals(code));
    }

    /** This list, followed by the codes it lacks: cases can have codes of an earlier edition of the guide. */
    public FilterOptionList withCodes(Collection<String> codes) {
        return withOptions(codes.stream()
                .filter(code -> !contains(code))
                .distinct()
                .sorted()
                .map(code -> new FilterOption(code, code))
                .toList());
    }

    /** This list, followed by other values. */
    public FilterOptionList withOptions(List<FilterOption> others) {
        return new FilterOptionList(
                name,
                label,
                any,
                Stream.concat(options.stream(), others.stream()).toList());
    }
}
