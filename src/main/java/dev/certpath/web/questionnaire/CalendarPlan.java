package dev.certpath.web.questionnaire;

import dev.certpath.cases.AdvisorDecision;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.BookableExam;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Creates a calendar with three dates: start to prepare when the recommendation was saved, take the first exam 12 weeks
 * later, and the second as many months later as the recommendation says. Each event names the exam that can be booked on
 * its date. Where an advisor decided for other certifications, the plan follows the advisor.
 */
@Component
class CalendarPlan {

    private static final int WEEKS_TO_PREPARE = 12;

    private final CurrentExams exams;
    private final MessageSource messages;

    CalendarPlan(CurrentExams exams, MessageSource messages) {
        this.exams = exams;
        this.messages = messages;
    }

    /**
     * Creates the calendar of a recommendation. The UIDs of its events are always the same, so that importing it again
     * doesn't duplicate them.
     *
     * @param url the absolute URL of the recommendation
     */
    Calendar createCalendar(SavedRecommendation saved, URI url) {
        var recommendation = saved.recommendation();
        var first = saved.decision()
                .map(AdvisorDecision::first)
                .orElse(recommendation.first().track());
        var second = saved.decision()
                .map(AdvisorDecision::second)
                .orElse(recommendation.second().track());
        var start = saved.openedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        var events = Stream.of(
                        event(saved, url, "prepare", first, start),
                        event(saved, url, "first", first, start.plusWeeks(WEEKS_TO_PREPARE)),
                        event(
                                saved,
                                url,
                                "second",
                                second,
                                start.plusMonths(recommendation.second().withinMonths())))
                .flatMap(Optional::stream)
                .toList();
        return calendar(events);
    }

    private static Calendar calendar(List<VEvent> events) {
        var calendar = new Calendar(new ComponentList<>(events));
        calendar.add(new ProdId("-//Certpath//Certification path//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        return calendar;
    }

    private Optional<VEvent> event(SavedRecommendation saved, URI url, String step, String track, LocalDate date) {
        return exams.findExam(track, date).map(exam -> event(saved, url, step, exam, date));
    }

    private VEvent event(SavedRecommendation saved, URI url, String step, BookableExam exam, LocalDate date) {
        var event = new VEvent(false);
        event.add(new Uid(saved.reference() + "-" + step + "@certpath"));
        event.add(new DtStamp(saved.openedAt()));
        event.add(new DtStart<>(date));
        event.add(new Summary(text("plan." + step, exam)));
        event.add(new Description(text("plan.description", exam)));
        event.add(new Url(url));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private String text(String key, BookableExam exam) {
        return messages.getMessage(key, new Object[] {exam.name(), exam.code(), exam.url()}, Locale.ENGLISH);
    }
}
