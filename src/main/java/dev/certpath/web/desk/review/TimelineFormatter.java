package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.TimelineEntry;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.desk.DeskMessages;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Formats timelines with the texts of {@code messages.properties}, which has one for each type of event. */
@Component
class TimelineFormatter {

    private final DeskMessages messages;
    private final DecisionReasons reasons;

    TimelineFormatter(DeskMessages messages, DecisionReasons reasons) {
        this.messages = messages;
        this.reasons = reasons;
    }

    /**
     * A formatted entry.
     *
     * @param description what happened
     * @param change the values before and after; empty if no value changed
     * @param actor who did it
     * @param at when it happened
     */
    public record Line(String description, String change, String actor, Instant at) {}

    /** Formats the entries of a case with that recommendation. */
    List<Line> format(List<TimelineEntry> entries, Recommendation recommendation) {
        return entries.stream().map(entry -> format(entry, recommendation)).toList();
    }

    /** Returns the label of a reason; its code if there is no such reason any more. */
    String reasonLabel(String code) {
        return reasons.find(code).map(DecisionReasons.Reason::label).orElse(code);
    }

    private Line format(TimelineEntry entry, Recommendation recommendation) {
        return new Line(
                messages.text("timeline." + entry.type()), change(entry, recommendation), actor(entry), entry.at());
    }

    private String actor(TimelineEntry entry) {
        if (entry.isByStudent()) {
            return messages.text("timeline.student");
        }
        return entry.isAutomatic() ? messages.text("timeline.clock") : entry.actor();
    }

    private String change(TimelineEntry entry, Recommendation recommendation) {
        if (entry.isMessageOfStudent()) {
            return entry.to().isEmpty() ? "" : change(status(entry.from()), status(entry.to()));
        }
        return CaseAction.Type.find(entry.type())
                .map(CaseAction.Type::changedProperty)
                .map(property -> change(property, entry, recommendation))
                .orElse("");
    }

    private String change(CaseAction.Property property, TimelineEntry entry, Recommendation recommendation) {
        return switch (property) {
            case ASSIGNEE -> change(assignee(entry.from()), assignee(entry.to()));
            case DECISION -> change(decision(entry.from(), recommendation), decision(entry.to(), recommendation));
            case STATUS -> change(status(entry.from()), status(entry.to()));
            case NONE -> "";
        };
    }

    private String change(String from, String to) {
        return messages.text("timeline.change", from, to);
    }

    private String assignee(String username) {
        return username.isEmpty() ? messages.text("timeline.nobody") : username;
    }

    private String status(String code) {
        return messages.text("case.status." + code);
    }

    /** Formats a decision, which is stored as the codes of two tracks and an optional code of a reason. */
    private String decision(String value, Recommendation recommendation) {
        if (value.isEmpty()) {
            return messages.text("timeline.undecided");
        }
        var codes = List.of(value.split(" ", 3));
        var tracks = messages.text(
                "timeline.pair", track(codes.get(0), recommendation), track(codes.get(1), recommendation));
        return codes.size() == 2 ? tracks : messages.text("timeline.reason", tracks, reasonLabel(codes.get(2)));
    }

    private static String track(String code, Recommendation recommendation) {
        return recommendation.tracks().stream()
                .filter(track -> track.code().equals(code))
                .map(Recommendation.TrackName::name)
                .findFirst()
                .orElse(code);
    }
}
