package dev.certpath.cases;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The format of columns with several codes: a space before and after each, so that a query can look for one of them. The
 * code of an answer follows the name of its question and a colon; "I do not know" may have an empty code.
 */
public final class CodeColumn {

    private CodeColumn() {}

    static String join(Stream<String> codes) {
        return codes.collect(Collectors.joining(" ", " ", " "));
    }

    static Stream<String> answer(String question, List<String> codes) {
        return codes.stream().map(code -> question + ":" + code);
    }

    /** The part of a column that an answer's code has. */
    public static String answer(String question, String code) {
        return " " + question + ":" + code + " ";
    }

    /** The part of a column that a rule's code has. */
    public static String rule(String code) {
        return " " + code + " ";
    }

    /** Splits a column into its codes. */
    public static List<String> split(String column) {
        return Arrays.stream(column.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** The codes of the answers in a column by question, in its order; none for an answer with an empty code. */
    public static Map<String, List<String>> splitAnswers(String column) {
        return split(column).stream()
                .collect(Collectors.groupingBy(
                        CodeColumn::question,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                CodeColumn::code,
                                Collectors.filtering(Predicate.not(String::isEmpty), Collectors.toList()))));
    }

    private static String question(String answer) {
        return answer.substring(0, answer.indexOf(':'));
    }

    private static String code(String answer) {
        return answer.substring(answer.indexOf(':') + 1);
    }
}
