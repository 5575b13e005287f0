package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.SampleStudent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamClosuresTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-09-28");
    private static final Exam TEMPLATE = SampleStudent.GUIDE.findExam("MLA-C01").orElseThrow();

    @Test
    void reportsAnExamAsClosedFromTheDayAfterItsLastDay() {
        var guide = guide(exam("OLD", null, LAST_DAY, "NEW"), exam("NEW", LAST_DAY.plusDays(1), null, null));
        assertThat(ExamClosures.asOf(LAST_DAY, guide).closed()).isEmpty();
        assertThat(ExamClosures.asOf(LAST_DAY.plusDays(1), guide).closed()).isEqualTo(Map.of("OLD", LAST_DAY));
    }

    @Test
    void announcesAClosureWithoutSuccessorSixtyDaysAhead() {
        var guide = guide(exam("LAST", null, LAST_DAY, null));
        assertThat(ExamClosures.asOf(LAST_DAY.minusDays(61), guide).closing()).isEmpty();
        assertThat(ExamClosures.asOf(LAST_DAY.minusDays(60), guide).closing()).isEqualTo(Map.of("LAST", LAST_DAY));
        assertThat(ExamClosures.asOf(LAST_DAY, guide).lastDayOf("LAST")).contains(LAST_DAY);
    }

    @Test
    void doesNotAnnounceAClosureWithAnAvailableSuccessor() {
        var old = exam("OLD", null, LAST_DAY, "BETWEEN");
        var between = exam("BETWEEN", null, LAST_DAY, "NEW");
        var day = LAST_DAY.minusDays(10);
        assertThat(ExamClosures.asOf(day, guide(old, between, exam("NEW", LAST_DAY.plusDays(1), null, null)))
                        .closing())
                .isEmpty();
        assertThat(ExamClosures.asOf(day, guide(old, between, exam("NEW", LAST_DAY.plusDays(2), null, null)))
                        .closing())
                .containsOnlyKeys("OLD", "BETWEEN");
    }

    private static Guide guide(Exam... exams) {
        return GuideYaml.withExams(List.of(exams));
    }

    private static Exam exam(String code, LocalDate opens, LocalDate closes, String successor) {
        return new Exam(
                code,
                TEMPLATE.certification(),
                TEMPLATE.level(),
                TEMPLATE.stage(),
                new Availability(opens, null, closes, null, null),
                TEMPLATE.price(),
                TEMPLATE.minutes(),
                TEMPLATE.questions(),
                TEMPLATE.passingScore(),
                TEMPLATE.validMonths(),
                TEMPLATE.attempts(),
                TEMPLATE.recommendedExperience(),
                TEMPLATE.renewal(),
                TEMPLATE.languages(),
                TEMPLATE.checked(),
                successor,
                TEMPLATE.notes(),
                TEMPLATE.sources());
    }
}
