package dev.certpath.web.questionnaire;

import dev.certpath.cases.CaseService;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    ResponseEntity<String> plan(@PathVariable String id) throws IOException {
        var saved = cases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var url = URI.create(urls.absoluteRecommendation(saved.id()));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certification-plan.ics")
                                .build()
                                .toString())
                .body(format(calendarPlan.createCalendar(saved, url)));
    }

    /** Formats a calendar with folded lines, as RFC 5545 requires. */
    private static String format(Calendar calendar) throws IOException {
        var text = new StringWriter();
        new CalendarOutputter().output(calendar, text);
        return text.toString();
    }
}
