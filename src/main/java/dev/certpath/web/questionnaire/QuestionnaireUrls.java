package dev.certpath.web.questionnaire;

import dev.certpath.cases.Cohort;
import dev.certpath.guide.Question;
import dev.certpath.web.url.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The URLs of the student pages. Templates use them as {@code urls}. */
@Component
public class QuestionnaireUrls {

    /** The parameter that the form of a question submits. */
    static final String CONTINUE = "continue";

    /** The parameter that names the page to which a question returns: {@link #CHECK} or {@link #WHAT_IF}. */
    static final String FROM = "from";

    static final String CHECK = "check";
    static final String WHAT_IF = "what-if";

    /** The parameter with the id of the recommendation whose answers are changed. No other site is told of it. */
    static final String OF = "of";

    /** The parameters of a recommendation's page that make it say what became of the form that was sent. */
    static final String SENT = "sent";

    static final String WITHDRAWN = "withdrawn";

    private static final String QUESTIONNAIRE = "/questionnaire/";

    private final PublicUrl publicUrl;

    QuestionnaireUrls(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The start page, for a student who came from somewhere. */
    public String start(Optional<Cohort> cohort) {
        return with("/", parameters(cohort));
    }

    /** The first question, for a student who came from somewhere. */
    public String firstQuestion(Question question, Optional<Cohort> cohort) {
        return question(question, parameters(cohort));
    }

    /** The page of a question, with the answers so far. */
    public String question(Question question, Map<String, List<String>> parameters) {
        return with(QUESTIONNAIRE + question.code(), parameters);
    }

    /** The page of a question that returns to the check page. */
    public String changeAnswer(String question, Map<String, List<String>> parameters) {
        return UriComponentsBuilder.fromUriString(with(QUESTIONNAIRE + question, parameters))
                .queryParam(FROM, CHECK)
                .toUriString();
    }

    /** The check page, with the answers so far. */
    public String check(Map<String, List<String>> parameters) {
        return with(QUESTIONNAIRE + CHECK, parameters);
    }

    /** The page of a question of a recommendation, which leads to the comparison with the changed answer. */
    public String changeAnswerOf(String id, String question, Map<String, List<String>> codes) {
        var parameters = new LinkedHashMap<>(codes);
        parameters.put(OF, List.of(id));
        return with(QUESTIONNAIRE + question, parameters);
    }

    /** The page of a question that returns to the comparison from which it was opened. */
    public String changeAnswerAgain(String question, Map<String, List<String>> parameters) {
        return UriComponentsBuilder.fromUriString(with(QUESTIONNAIRE + question, parameters))
                .queryParam(FROM, WHAT_IF)
                .toUriString();
    }

    /** The comparison of a recommendation with what other answers would lead to. */
    public String whatIf(String id, Map<String, List<String>> codes) {
        return with(recommendation(id) + "/" + WHAT_IF, codes);
    }

    /** The same, with some answers changed. */
    public String whatIf(String id, Map<String, List<String>> codes, Map<String, List<String>> changes) {
        var changed = new LinkedHashMap<>(codes);
        changed.putAll(changes);
        return whatIf(id, changed);
    }

    /** The page of a recommendation. */
    public String recommendation(String id) {
        return "/recommendations/" + id;
    }

    /** The part of the start page for those who lost the address of a recommendation. */
    public String lostAddressHelp() {
        return "/#lost-address";
    }

    /** The absolute URL of a recommendation, for use outside of the site. */
    public String absoluteRecommendation(String id) {
        return publicUrl.absolute(recommendation(id));
    }

    /** The read-only page of a recommendation. */
    public String shared(String shareId) {
        return "/shared/" + shareId;
    }

    /** The absolute URL of the read-only page of a recommendation, for use outside of the site. */
    public String absoluteShared(String shareId) {
        return publicUrl.absolute(shared(shareId));
    }

    /** The form to ask an advisor. */
    public String askAdvisor(String id) {
        return recommendation(id) + "/ask";
    }

    /** The page of a recommendation after the student asked an advisor, with a notice for as long as it is unanswered. */
    public String afterAsking(String id) {
        return recommendation(id) + "?" + SENT;
    }

    /** The page of a recommendation after the contact was withdrawn. */
    public String afterWithdrawal(String id) {
        return recommendation(id) + "?" + WITHDRAWN;
    }

    /** The page to withdraw the contact. */
    public String withdrawContact(String id) {
        return recommendation(id) + "/withdraw";
    }

    /** The page to delete a recommendation. */
    public String delete(String id) {
        return recommendation(id) + "/delete";
    }

    /** The page after a recommendation is deleted. */
    public String deleted() {
        return "/deleted";
    }

    /**
     * The absolute URL to subscribe to the calendar of a page.
     *
     * @param page the path of the page
     * @param weeks the number of weeks until the first exam
     */
    public String subscription(String page, int weeks) {
        return publicUrl.absolute(page + "/plan.ics?weeks=" + weeks).replaceFirst("^https?:", "webcal:");
    }

    /** Redirects to a page with 303, after a form is processed. */
    static View seeOther(String url) {
        var view = new RedirectView(url, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static Map<String, List<String>> parameters(Optional<Cohort> cohort) {
        return cohort.map(known -> Map.of(Cohort.PARAMETER, List.of(known.code())))
                .orElse(Map.of());
    }

    private static String with(String path, Map<String, List<String>> parameters) {
        var query = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
