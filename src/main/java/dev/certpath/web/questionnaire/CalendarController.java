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

/** A recommendation as days in a calendar. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CaseService caseBook;
    private final CalendarPlan plan;
    private final QuestionnaireUrls addresses;

    CalendarController(CaseService caseBook, CalendarPlan plan, QuestionnaireUrls addresses) {
        this.caseBook = caseBook;
        this.plan = plan;
        this.addresses = addresses;
    }

    @GetMapping("/recommendations/{id}/plan.ics")
    ResponseEntity<String> plan(@PathVariable String id) throws IOException {
        var saved = caseBook.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = URI.create(addresses.whole(saved.id()));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certification-plan.ics")
                                .build()
                                .toString())
                .body(written(plan.of(saved, page)));
    }

    /** In lines as calendars want them: folded where they are long. */
    private static String written(Calendar calendar) throws IOException {
        var text = new StringWriter();
        new CalendarOutputter().output(calendar, text);
        return text.toString();
    }
}
