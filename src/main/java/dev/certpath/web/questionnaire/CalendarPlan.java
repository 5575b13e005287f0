package dev.certpath.web.questionnaire;

import dev.certpath.cases.PlanService;
import dev.certpath.cases.SharedRecommendation;
import dev.certpath.cases.calendar.CalendarRevisionService;
import dev.certpath.cases.calendar.EventRevision;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.Plan.Step;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Creates a calendar with an all-day event for each step of a plan. The UIDs of the events are always the same, so that a
 * calendar that is imported or fetched again updates its events; one whose content changed has a higher sequence number.
 */
@Component
class CalendarPlan {

    private static final Duration REFRESH_INTERVAL = Duration.ofDays(1);

    private final PlanService plans;
    private final CalendarRevisionService revisions;
    private final MessageSource messages;

    CalendarPlan(PlanService plans, CalendarRevisionService revisions, MessageSource messages) {
        this.plans = plans;
        this.revisions = revisions;
        this.messages = messages;
    }

    /**
     * Creates the calendar of a recommendation.
     *
     * @param weeks the number of weeks until the first exam
     * @param url the absolute URL of the page that every event links to
     * @return the calendar; empty if the recommendation was deleted
     */
    Optional<Calendar> createCalendar(SharedRecommendation shared, int weeks, URI url) {
        var contents = contents(plans.plan(shared, weeks));
        var digests = new LinkedHashMap<Plan.What, String>();
        contents.forEach((what, content) -> digests.put(what, content.digest()));
        var current = revisions.update(shared, weeks, digests);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        var events = new ArrayList<VEvent>();
        current.forEach((what, revision) ->
                events.add(event(uid(shared, weeks, what), Objects.requireNonNull(contents.get(what)), revision, url)));
        return Optional.of(calendar(events));
    }

    private Map<Plan.What, Content> contents(Plan plan) {
        var contents = new LinkedHashMap<Plan.What, Content>();
        plan.steps().forEach(step -> contents.put(step.what(), content(step, plan)));
        return contents;
    }

    private Content content(Step step, Plan plan) {
        var exam = step.what() == Plan.What.PREPARE ? plan.findExam(Plan.What.FIRST) : Optional.ofNullable(step.exam());
        var key = "plan." + step.what();
        return new Content(
                step,
                exam.map(known -> text(key, known)).orElseGet(() -> text(key + ".unknown")),
                exam.map(known -> description(step, known)).orElseGet(() -> text("plan.description.unknown")));
    }

    private String description(Step step, BookableExam exam) {
        return text("plan.description", exam)
                + (exam.attempts() == null ? "" : " " + text("plan.attempts", exam.attempts()))
                + (step.dependsOnExpectedDate() ? " " + text("plan.expected") : "");
    }

    private Calendar calendar(List<VEvent> events) {
        var calendar = new Calendar(new ComponentList<>(events));
        calendar.add(new ProdId("-//Certpath//Certification path//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(text("plan.name")));
        calendar.add(new RefreshInterval(new ParameterList(), REFRESH_INTERVAL));
        return calendar;
    }

    private static String uid(SharedRecommendation shared, int weeks, Plan.What what) {
        return shared.reference() + "-" + weeks + "-" + what + "@certpath";
    }

    private static VEvent event(String uid, Content content, EventRevision revision, URI url) {
        var event = new VEvent(false);
        event.add(new Uid(uid));
        event.add(new DtStamp(revision.modifiedAt()));
        event.add(new LastModified(revision.modifiedAt()));
        event.add(new Sequence(revision.sequence()));
        event.add(new DtStart<>(content.step().on()));
        event.add(new Summary(content.summary()));
        event.add(new Description(content.description()));
        event.add(new Url(url));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private String text(String key, BookableExam exam) {
        return text(key, exam.name(), exam.code(), exam.url(), exam.priceUsd());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** The content of an event, apart from the address of the page. */
    private record Content(Step step, String summary, String description) {

        String digest() {
            var content = String.join("\n", step.on().toString(), summary, description);
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform supports SHA-256", impossible);
            }
        }
    }
}
