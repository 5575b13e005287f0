package dev.certpath.web.questionnaire;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.PlanService;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.cases.SharedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.PointsBreakdown;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Creates the two pages of a recommendation: its owner's, and the read-only one. Both show the same result. */
@Component
class RecommendationPageFactory {

    private final CurrentGuide currentGuide;
    private final QuestionnaireUrls urls;
    private final CurrentExams exams;
    private final PlanService plans;
    private final CurrentDate currentDate;

    RecommendationPageFactory(
            CurrentGuide currentGuide,
            QuestionnaireUrls urls,
            CurrentExams exams,
            PlanService plans,
            CurrentDate currentDate) {
        this.currentGuide = currentGuide;
        this.urls = urls;
        this.exams = exams;
        this.plans = plans;
        this.currentDate = currentDate;
    }

    /** Returns the page of the owner, with the plan for the default number of weeks. */
    ModelAndView ownersPage(SavedRecommendation saved, HttpStatus status) {
        return ownersPage(saved, Plan.DEFAULT_WEEKS, status);
    }

    /** Returns the page of the owner, with everything that only the owner may do. */
    ModelAndView ownersPage(SavedRecommendation saved, int weeks, HttpStatus status) {
        var page = page("questionnaire/recommendation", saved.toShared(), weeks, Optional.of(saved.id()));
        page.setStatus(status);
        page.addObject("saved", saved);
        page.addObject("conversation", saved.progress().conversation());
        page.addObject("outcome", "");
        return page;
    }

    /** Returns the read-only page. Its model has nothing that leads to the owner's page. */
    ModelAndView sharedPage(SharedRecommendation shared, int weeks) {
        return page("questionnaire/shared", shared, weeks, Optional.empty());
    }

    private ModelAndView page(String template, SharedRecommendation shown, int weeks, Optional<String> owner) {
        var page = new ModelAndView(template);
        var recommendation = shown.recommendation();
        var today = currentDate.get();
        var guide = currentGuide.guide();
        var view = new RecommendationView(recommendation, guide, urls, owner);
        var advised = exams.findAdvisedExams(shown, today);
        page.addObject("private", true);
        page.addObject("shown", shown);
        page.addObject("recommendation", recommendation);
        page.addObject("receipt", PointsBreakdown.of(recommendation));
        page.addObject("view", view);
        var path = owner.map(urls::recommendation).orElseGet(() -> urls.shared(shown.shareId()));
        page.addObject("plan", new PlanView(shown, plans.plans(shown), weeks, guide, path));
        page.addObject("subscription", urls.subscription(path, weeks));
        page.addObject("closedExams", exams.findClosedExams(recommendation, today));
        page.addObject("advised", advised);
        page.addObject(
                "headline",
                advised.map(decision -> new RecommendationView.Headline(
                                "advised", decision.first().shortName()))
                        .orElseGet(view::headline));
        page.addObject("today", today);
        page.addObject("utc", ZoneOffset.UTC);
        return page;
    }
}
