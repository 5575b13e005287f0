package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.SampleStudent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExamClosuresTest {

    private static final LocalDate LAST_DAY = LocalDate.parse("2026-09-28");
    private static final Exam MODEL = SampleStudent.GUIDE.exam("MLA-C01").orElseThrow();

    @Test
    void anExamIsClosedFromTheDayAfterItsLast() {
        var guide = guide(exam("OLD", null, LAST_DAY, "NEW"), exam("NEW", LAST_DAY.plusDays(1), null, null));
        assertThat(ExamClosures.on(LAST_DAY, guide).closed()).isEmpty();
        assertThat(ExamClosures.on(LAST_DAY.plusDays(1), guide).closed()).isEqualTo(Map.of("OLD", LAST_DAY));
    }

    @Test
    void anEndWithNothingToFollowIsToldSixtyDaysAhead() {
        var guide = guide(exam("LAST", null, LAST_DAY, null));
        assertThat(ExamClosures.on(LAST_DAY.minusDays(61), guide).closing()).isEmpty();
        assertThat(ExamClosures.on(LAST_DAY.minusDays(60), guide).closing()).isEqualTo(Map.of("LAST", LAST_DAY));
        assertThat(ExamClosures.on(LAST_DAY, guide).endOf("LAST")).contains(LAST_DAY);
    }

    @Test
    void anEndThatIsFollowedIsNotToldAhead() {
        var old = exam("OLD", null, LAST_DAY, "BETWEEN");
        var between = exam("BETWEEN", null, LAST_DAY, "NEW");
        var day = LAST_DAY.minusDays(10);
        assertThat(ExamClosures.on(day, guide(old, between, exam("NEW", LAST_DAY.plusDays(1), null, null)))
                        .closing())
                .isEmpty();
        assertThat(ExamClosures.on(day, guide(old, between, exam("NEW", LAST_DAY.plusDays(2), null, null)))
                        .closing())
                .containsOnlyKeys("OLD", "BETWEEN");
    }

    private static Guide guide(Exam... exams) {
        var guide = SampleStudent.GUIDE;
        return new Guide(
                guide.edition(),
                guide.claimsFrom(),
                guide.questions(),
                guide.tracks(),
                guide.rules(),
                guide.tieBreak(),
                guide.closeCall(),
                guide.outweighs(),
                guide.secondWithinMonths(),
                Stream.of(exams).toList(),
                List.of());
    }

    private static Exam exam(String code, LocalDate opens, LocalDate closes, String successor) {
        return new Exam(
                code,
                MODEL.certification(),
                MODEL.level(),
                MODEL.stage(),
                opens,
                closes,
                MODEL.priceUsd(),
                MODEL.minutes(),
                MODEL.questions(),
                MODEL.passingScore(),
                MODEL.validMonths(),
                MODEL.expects(),
                MODEL.renewal(),
                MODEL.languages(),
                MODEL.checked(),
                successor,
                MODEL.notes(),
                MODEL.sources());
    }
}
