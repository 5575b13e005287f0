package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

/** The phrases that pages show for stored values. When a page is reworded, only these change. */
final class EarlierVersionPhrases {

    /** By the code of a status in the database. */
    static final Map<String, String> STATUS =
            Map.of("NEW", "New", "IN_REVIEW", "In review", "DECIDED", "Decided", "CLOSED", "Closed");

    /** By the code of a role in the database. */
    static final Map<String, String> ROLE = Map.of("advisor", "Advisor", "admin", "Admin");

    /** By the code of a reason in the database. */
    static final Map<String, String> REASON = Map.of(
            "prior-certification", "They hold a certification already",
            "employer-requires", "Their employer requires it",
            "local-job-market", "The job market where they are",
            "cost-or-time", "Cost or time",
            "answers-misunderstood", "A question was misunderstood",
            "guide-out-of-date", "The guide is out of date here",
            "other", "Another reason");

    /** The beginning of an entry of the timeline, by the code of its type in the database. */
    static final Map<String, String> EVENT = Map.ofEntries(
            Map.entry("ask", "Asked an advisor to look"),
            Map.entry("withdraw", "Withdrew the contact"),
            Map.entry("expire", "Contact erased"),
            Map.entry("take", "Took the case"),
            Map.entry("give-back", "Gave the case back"),
            Map.entry("assign", "Assigned the case"),
            Map.entry("decide", "Decided"),
            Map.entry("clear-decision", "Cleared the decision"),
            Map.entry("close", "Closed the case"),
            Map.entry("reopen", "Reopened the case"),
            Map.entry("note", "Wrote a note"),
            Map.entry("message", "Wrote to the student"));

    /** Actors other than advisors, by the code in the database. */
    static final Map<String, String> ACTOR = Map.of("student", "The student", "clock", "Automatically");

    /** The current advisor as the assignee of a case. */
    static final String YOU = "you";

    /** No advisor. */
    static final String NOBODY = "nobody";

    static final String NO_DECISION = "no decision";

    /** Terms and headings of the advisors' page of a case. */
    static final String TERM_STATUS = "Status";

    static final String TERM_HOLDER = "Who has it";
    static final String TERM_NAME = "Name";
    static final String TERM_EMAIL = "E-mail";
    static final String HEADING_DECISION = "The decision";
    static final String HEADING_NOTES = "Notes for advisors";
    static final String HEADING_TIMELINE = "Timeline";

    /** A decision for what was recommended, on the advisors' page and on the student's. */
    static final String AGREED = "Agrees with the recommendation";

    static final String AGREED_FOR_STUDENT = "An advisor agrees";

    /** The beginning of the heading of the student's page if an advisor decided on another first. */
    static final String ADVISED = "Your advisor suggests";

    /** The author of a student's message, on the advisors' page. */
    static final String STUDENT = "The student";

    /** The link of a student who left a contact. */
    static final String WITHDRAW = "Withdraw my contact";

    private EarlierVersionPhrases() {}

    /** The phrase for a stored code, which must have one. */
    static String of(Map<String, String> phrases, String code) {
        assertThat(phrases).containsKey(code);
        return phrases.get(code);
    }

    /** The assignee of a case, as that advisor sees it. */
    static String holder(Optional<String> username, String reader) {
        return username.map(holder -> holder.equals(reader) ? YOU : holder).orElse(NOBODY);
    }

    /** Returns whether messages between the student and advisors follow a heading, which names the student. */
    static boolean isHeadingOfMessages(String heading) {
        return heading.endsWith(" asks") || heading.equals("The student did not ask");
    }
}
