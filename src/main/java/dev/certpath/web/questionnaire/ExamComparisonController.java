package dev.certpath.web.questionnaire;

import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Certainty;
import dev.certpath.guide.Exam;
import dev.certpath.guide.Track;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Compares the exams of all tracks that can be booked today. The page is a part of the guide, not of a recommendation: it
 * is the same for everyone, so that it can be shown to an employer without giving away a recommendation's address.
 */
@Controller
class ExamComparisonController {

    private static final int MONTHS = 24;

    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;

    ExamComparisonController(CurrentGuide currentGuide, CurrentDate currentDate) {
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
    }

    /**
     * The exam of a track that can be booked today.
     *
     * @param track the track
     * @param exam the exam
     * @param next the exam that follows it, if it opens later; empty otherwise
     * @param cost the cost in US dollars of holding the certification for two years; empty if not known
     */
    public record TrackExam(Track track, Exam exam, Optional<Exam> next, OptionalInt cost) {

        /** Whether neither the last day of the exam nor the first day of the next one is confirmed. */
        public boolean isChangeExpected() {
            return exam.availability().closesCertainty() == Certainty.EXPECTED
                    && next.filter(following -> following.availability().opensCertainty() == Certainty.EXPECTED)
                            .isPresent();
        }
    }

    @GetMapping("/guide/compare")
    String compare(Model model) {
        var today = currentDate.get();
        model.addAttribute("roomy", true);
        model.addAttribute("today", today);
        model.addAttribute(
                "exams",
                currentGuide.guide().tracks().stream()
                        .map(track -> trackExam(track, today))
                        .toList());
        return "questionnaire/compare";
    }

    private TrackExam trackExam(Track track, LocalDate today) {
        var available = currentGuide.get().calendar().availableExam(track, today);
        return new TrackExam(
                track,
                available.exam(),
                available.next().filter(next -> !next.isAvailableOn(today)),
                available.exam().costOver(MONTHS));
    }
}
