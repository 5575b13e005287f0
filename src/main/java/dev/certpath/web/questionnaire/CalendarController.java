package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.SharedRecommendation;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Serves the plan of a recommendation as an iCalendar file. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CaseService cases;
    private final CalendarPlan calendarPlan;
    private final QuestionnaireUrls urls;

    CalendarController(CaseService cases, CalendarPlan calendarPlan, QuestionnaireUrls urls) {
        this.cases = cases;
        this.calendarPlan = calendarPlan;
        this.urls = urls;
    }

    @GetMapping("/recommendations/{id}/plan.ics")
    ResponseEntity<String> plan(@PathVariable String id, @RequestParam(required = false) @Nullable String weeks)
            throws IOException {
        int planWeeks = PlanWeeks.parse(weeks);
        var saved = cases.find(id).orElseThrow(CalendarController::notFound);
        return calendar(saved.toShared(), planWeeks, urls.absoluteRecommendation(saved.id()));
    }

    @GetMapping("/shared/{shareId}/plan.ics")
    ResponseEntity<String> sharedPlan(
            @PathVariable String shareId, @RequestParam(required = false) @Nullable String weeks) throws IOException {
        int planWeeks = PlanWeeks.parse(weeks);
        var shared = cases.findShared(shareId).orElseThrow(CalendarController::notFound);
        return calendar(shared, planWeeks, urls.absoluteShared(shareId));
    }

    private ResponseEntity<String> calendar(SharedRecommendation shared, int weeks, String url) throws IOException {
        var calendar =
                calendarPlan.createCalendar(shared, weeks, URI.create(url)).orElseThrow(CalendarController::notFound);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certification-plan.ics")
                                .build()
                                .toString())
                .body(format(calendar));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Formats a calendar with folded lines, as RFC 5545 requires. */
    private static String format(Calendar calendar) throws IOException {
        var text = new StringWriter();
        new CalendarOutputter().output(calendar, text);
        return text.toString();
    }
}
