package dev.certpath.web.desk.queue;

import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queue without cases. */
class EmptyQueueTest {

    private final TestApplication application = TestApplication.withoutCases();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Needs someone   | Every student who asked is in somebody's hands.
                    Mine            | You have no open case. Take the next one
                    Waiting longest | No student waits for an answer.
                    All             | No recommendation has been saved yet.
                    """)
    void eachViewSaysWhatToDo(String view, String advice) {
        application.advisor().opens("/advisor").follows(view).gets(200).sees(advice);
    }

    @Test
    void explanationNamesAFilterWithoutWhichThereWouldBeCases() {
        var answers = """
                {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"none"}""";
        var saved = application.api().posts("/api/v1/recommendations", answers).json();
        var reference = saved.at("/reference").stringValue();
        application
                .advisor()
                .opens("/advisor?view=all&q=" + reference + "&first=azure&explain=true")
                .sees("One filter excludes all cases")
                .follows("Without “First: Azure”: 1 case")
                .sees(reference);
    }

    @Test
    void nothingToTakeIsSaid() {
        application
                .advisor()
                .opens("/advisor")
                .presses("Take the next case")
                .isOn("/advisor")
                .sees("No recommendation has been saved yet.");
    }
}
