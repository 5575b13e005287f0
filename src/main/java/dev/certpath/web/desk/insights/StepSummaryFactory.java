package dev.certpath.web.desk.insights;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import dev.certpath.usage.QuestionnaireStep;
import dev.certpath.usage.StepCountService;
import dev.certpath.web.desk.DeskMessages;
import dev.certpath.web.desk.PeriodParameters;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Summarizes how many students reached each step of the questionnaire of the guide in force. */
@Component
class StepSummaryFactory {

    private final CurrentGuide currentGuide;
    private final StepCountService counts;
    private final DeskMessages messages;

    StepSummaryFactory(CurrentGuide currentGuide, StepCountService counts, DeskMessages messages) {
        this.currentGuide = currentGuide;
        this.counts = counts;
        this.messages = messages;
    }

    /** Summarizes a period; empty if no step was reached in it. */
    List<StepSummary> summarize(PeriodParameters period) {
        var views = counts.findCounts(PeriodParameters.parseDay(period.from()), PeriodParameters.parseDay(period.to()));
        if (views.isEmpty()) {
            return List.of();
        }
        var questions = currentGuide.guide().questions();
        long first = views.getOrDefault(step(questions.get(0)), 0L);
        var rows = new ArrayList<StepSummary>();
        for (Question question : questions) {
            var label = messages.text(
                    "insights.steps.question",
                    question.position() + 1,
                    question.texts().label());
            rows.add(new StepSummary(label, views.getOrDefault(step(question), 0L), first));
        }
        rows.add(new StepSummary(
                messages.text("insights.steps.check"), views.getOrDefault(QuestionnaireStep.CHECK, 0L), first));
        rows.add(new StepSummary(
                messages.text("insights.steps.saved"), views.getOrDefault(QuestionnaireStep.SAVED, 0L), first));
        return List.copyOf(rows);
    }

    private static QuestionnaireStep step(Question question) {
        return QuestionnaireStep.question(question.code());
    }
}
