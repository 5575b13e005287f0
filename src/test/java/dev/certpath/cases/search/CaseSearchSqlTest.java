package dev.certpath.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What users enter is a parameter of the SQL statement, never a part of its text. */
class CaseSearchSqlTest {

    private static final String PLANTED = "planted' or 1=1 --";

    private final CaseSearch search = TestApplication.shared().bean(CaseSearch.class);

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("text", CaseFilter.builder().text(PLANTED)),
                Arguments.of(
                        "assignee", CaseFilter.builder().assignee(Optional.of(AssigneeFilter.assignedTo(PLANTED)))),
                Arguments.of("first track", CaseFilter.builder().firstTrack(PLANTED)),
                Arguments.of("firmness", CaseFilter.builder().firmness(PLANTED)),
                Arguments.of("answer", CaseFilter.builder().answers(Map.of("roleFocus", PLANTED))),
                Arguments.of("question", CaseFilter.builder().answers(Map.of(PLANTED, "other"))),
                Arguments.of("decision reason", CaseFilter.builder().decisionReason(PLANTED)),
                Arguments.of("rule", CaseFilter.builder().rule(PLANTED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void valueOfAFilterIsNotPartOfTheSql(String name, CaseFilter.Builder filter) {
        var logger = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
        logger.setLevel(Level.DEBUG);
        try {
            var log = LogCapture.during(
                    () -> search.findPage(new CaseQuery(filter.build(), CaseSortOrder.CLOSEST, Optional.empty(), 50)));
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("select") && line.contains("?"))
                    .noneMatch(line -> line.contains("planted"));
        } finally {
            logger.setLevel(null);
        }
    }
}
