package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.TimelineEntry;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.desk.FormMessages;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells a case's timeline in the words of {@code messages.properties}, which has some for every kind of act. */
@Component
class TimelineFormatter {

    /** Acts on who has a case. */
    private static final Set<String> HANDOVERS =
            kinds(CaseAction.Type.TAKE, CaseAction.Type.GIVE_BACK, CaseAction.Type.ASSIGN);

    private static final Set<String> DECISIONS = kinds(CaseAction.Type.DECIDE, CaseAction.Type.CLEAR_DECISION);

    private static final Set<String> TURNS = kinds(CaseAction.Type.CLOSE, CaseAction.Type.REOPEN);

    /** What students do themselves. No advisor has such acts, whatever their username. */
    private static final Set<String> OF_THE_STUDENT = Set.of("ask", "withdraw");

    /** What happens by itself when its time has come. */
    private static final String OF_THE_CLOCK = "expire";

    private final FormMessages words;
    private final DecisionReasons reasons;

    TimelineFormatter(FormMessages words, DecisionReasons reasons) {
        this.words = words;
        this.reasons = reasons;
    }

    /**
     * A line of a timeline.
     *
     * @param what what was done
     * @param change from what to what; empty where nothing stood in place of something else
     * @param who who did it
     * @param at when
     */
    public record Line(String what, String change, String who, Instant at) {}

    /** The entries of a case that was told that. */
    List<Line> lines(List<TimelineEntry> entries, Recommendation told) {
        return entries.stream().map(entry -> line(entry, told)).toList();
    }

    /** The words for a reason; its code, where the list has lost it. */
    String reason(String code) {
        return reasons.find(code).map(DecisionReasons.Reason::label).orElse(code);
    }

    private Line line(TimelineEntry entry, Recommendation told) {
        return new Line(words.text("timeline." + entry.type()), change(entry, told), who(entry), entry.at());
    }

    private String who(TimelineEntry entry) {
        if (OF_THE_STUDENT.contains(entry.type())) {
            return words.text("timeline.student");
        }
        return entry.type().equals(OF_THE_CLOCK) ? words.text("timeline.clock") : entry.actor();
    }

    private String change(TimelineEntry entry, Recommendation told) {
        if (HANDOVERS.contains(entry.type())) {
            return change(someone(entry.from()), someone(entry.to()));
        } else if (DECISIONS.contains(entry.type())) {
            return change(decision(entry.from(), told), decision(entry.to(), told));
        } else if (TURNS.contains(entry.type())) {
            return change(status(entry.from()), status(entry.to()));
        }
        return "";
    }

    private String change(String from, String to) {
        return words.text("timeline.change", from, to);
    }

    private String someone(String username) {
        return username.isEmpty() ? words.text("timeline.nobody") : username;
    }

    private String status(String status) {
        return words.text("case.status." + status);
    }

    /** A decision is kept as two codes of tracks, and that of a reason where there is one. */
    private String decision(String kept, Recommendation told) {
        if (kept.isEmpty()) {
            return words.text("timeline.undecided");
        }
        var codes = List.of(kept.split(" ", 3));
        var pair = words.text("timeline.pair", track(codes.get(0), told), track(codes.get(1), told));
        return codes.size() == 2 ? pair : words.text("timeline.because", pair, reason(codes.get(2)));
    }

    private static String track(String code, Recommendation told) {
        return told.tracks().stream()
                .filter(track -> track.code().equals(code))
                .map(Recommendation.TrackName::name)
                .findFirst()
                .orElse(code);
    }

    private static Set<String> kinds(CaseAction.Type... kinds) {
        return Stream.of(kinds).map(CaseAction.Type::toString).collect(Collectors.toUnmodifiableSet());
    }
}
