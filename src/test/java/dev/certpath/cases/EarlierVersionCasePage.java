package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.EarlierVersionFixture.StoredCase;
import dev.certpath.cases.EarlierVersionFixture.StoredContact;
import dev.certpath.cases.EarlierVersionFixture.StoredDecision;
import dev.certpath.cases.EarlierVersionFixture.StoredEvent;
import dev.certpath.cases.EarlierVersionFixture.StoredText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The advisors' page of a case that an earlier version stored. It is read by headings, terms, lists and times, not by
 * CSS classes.
 *
 * @param stored the case
 * @param page its page
 * @param reader the username of the advisor who opened it
 */
record EarlierVersionCasePage(StoredCase stored, Document page, String reader) {

    EarlierVersionCasePage showsFirstCertification() {
        assertThat(page.select("h1").text()).contains(stored.reference());
        assertThat(page.select(".comparison tbody td:nth-of-type(1)").eachText())
                .anyMatch(told -> told.contains(", " + stored.firstCertification() + ", "));
        return this;
    }

    EarlierVersionCasePage showsStatusAndHolder() {
        assertThat(term(EarlierVersionPhrases.TERM_STATUS)).isEqualTo(status(stored.status()));
        assertThat(term(EarlierVersionPhrases.TERM_HOLDER))
                .isEqualTo(EarlierVersionPhrases.holder(stored.holder(), reader));
        return this;
    }

    EarlierVersionCasePage showsWhenItWasOpenedAndAsked() {
        var moments = page.select("main dd time").eachAttr("datetime");
        assertThat(moments).contains(stored.openedAt().toString());
        stored.askedAt().ifPresent(asked -> assertThat(moments).contains(asked.toString()));
        return this;
    }

    EarlierVersionCasePage showsContact() {
        var contact = stored.contact().orElse(new StoredContact("", "", ""));
        assertThat(term(EarlierVersionPhrases.TERM_NAME)).isEqualTo(contact.name());
        assertThat(term(EarlierVersionPhrases.TERM_EMAIL)).isEqualTo(contact.email());
        return this;
    }

    EarlierVersionCasePage showsDecision() {
        var shown = under(EarlierVersionPhrases.HEADING_DECISION);
        assertThat(shown.isEmpty()).isEqualTo(stored.decision().isEmpty());
        stored.decision().ifPresent(decision -> {
            assertThat(shown.text()).startsWith(decision.author() + ",").contains(outcome(decision));
            decision.reason().ifPresent(reason -> assertThat(shown.text()).contains(reason(reason)));
            assertThat(wholeText(shown)).contains(decision.text());
            assertThat(moment(shown)).isEqualTo(decision.at());
        });
        return this;
    }

    EarlierVersionCasePage showsMessages() {
        assertWritten(under(EarlierVersionPhrases::isHeadingOfMessages), conversation());
        return this;
    }

    EarlierVersionCasePage showsNotes() {
        assertWritten(under(EarlierVersionPhrases.HEADING_NOTES), newestFirst(stored.notes()));
        return this;
    }

    EarlierVersionCasePage showsTimeline() {
        var entries = under(EarlierVersionPhrases.HEADING_TIMELINE).select("ol > li");
        var events = newestFirst(stored.timeline());
        assertThat(entries).hasSameSizeAs(events);
        for (int position = 0; position < events.size(); position++) {
            assertEntry(entries.get(position), events.get(position));
        }
        return this;
    }

    private void assertEntry(Element entry, StoredEvent event) {
        var paragraphs = entry.select("p").eachText();
        assertThat(paragraphs).hasSize(2);
        assertThat(paragraphs.get(0)).startsWith(kind(event)).containsSubsequence(change(event));
        assertThat(paragraphs.get(1))
                .startsWith(EarlierVersionPhrases.ACTOR.getOrDefault(event.who(), event.who()) + ",");
        assertThat(moment(entry.children())).isEqualTo(event.at());
    }

    /** What the student and advisors wrote to each other, in the order of writing. */
    private List<StoredText> conversation() {
        var texts = new ArrayList<>(stored.messages());
        stored.contact()
                .filter(contact -> !contact.note().isEmpty())
                .map(contact -> new StoredText(contact.note(), EarlierVersionPhrases.STUDENT, lastAsked()))
                .ifPresent(texts::add);
        stored.decision()
                .map(decision -> new StoredText(decision.text(), decision.author(), decision.at()))
                .ifPresent(texts::add);
        texts.sort(Comparator.comparing(StoredText::at));
        return texts;
    }

    /** Earlier versions kept only the latest note of a student. */
    private Instant lastAsked() {
        return stored.timeline().stream()
                .filter(event -> event.kind().equals("ask"))
                .map(StoredEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void assertWritten(Elements section, List<StoredText> expected) {
        var shown = section.select("ol > li");
        assertThat(shown).hasSameSizeAs(expected);
        for (int position = 0; position < expected.size(); position++) {
            var text = expected.get(position);
            assertThat(shown.get(position).text()).startsWith(text.author() + ",");
            assertThat(shown.get(position).wholeText()).contains(text.text());
            assertThat(moment(shown.get(position).children())).isEqualTo(text.at());
        }
    }

    /** The texts of an entry in their order: its type, the value before, and the value after. */
    private List<String> change(StoredEvent event) {
        var texts = new ArrayList<>(List.of(kind(event)));
        for (String value : List.of(event.from(), event.to())) {
            switch (event.kind()) {
                case "take", "assign", "give-back" -> texts.add(value.isEmpty() ? EarlierVersionPhrases.NOBODY : value);
                case "decide", "clear-decision" -> texts.addAll(decision(value));
                case "close", "reopen" ->
                    texts.add(status(value.toUpperCase(Locale.ROOT).replace('-', '_')));
                default -> assertThat(value).isEmpty();
            }
        }
        return texts;
    }

    /** A timeline stores a decision as the codes of two tracks and an optional code of a reason. */
    private List<String> decision(String value) {
        if (value.isEmpty()) {
            return List.of(EarlierVersionPhrases.NO_DECISION);
        }
        var codes = value.split(" ");
        var texts = new ArrayList<>(List.of(stored.trackName(codes[0]), stored.trackName(codes[1])));
        if (codes.length > 2) {
            texts.add(reason(codes[2]));
        }
        return texts;
    }

    private String outcome(StoredDecision decision) {
        return stored.isAgreed()
                ? EarlierVersionPhrases.AGREED
                : stored.trackName(decision.first()) + ", then " + stored.trackName(decision.second());
    }

    /** Returns the description of a term; empty if the page does not have the term. */
    private String term(String term) {
        return page.select("main dt").stream()
                .filter(candidate -> candidate.text().equals(term))
                .findFirst()
                .map(found -> found.nextElementSibling().wholeText().strip())
                .orElse("");
    }

    /** Returns the elements below a heading, up to the next one; none if there is no such heading. */
    private Elements under(String heading) {
        return under(heading::equals);
    }

    private Elements under(Predicate<String> heading) {
        var shown = new Elements();
        page.select("main h2").stream()
                .filter(candidate -> heading.test(candidate.text()))
                .flatMap(found -> found.nextElementSiblings().stream().takeWhile(next -> !next.nameIs("h2")))
                .forEach(shown::add);
        return shown;
    }

    private static String kind(StoredEvent event) {
        return EarlierVersionPhrases.of(EarlierVersionPhrases.EVENT, event.kind());
    }

    private static String status(String code) {
        return EarlierVersionPhrases.of(EarlierVersionPhrases.STATUS, code);
    }

    private static String reason(String code) {
        return EarlierVersionPhrases.of(EarlierVersionPhrases.REASON, code);
    }

    private static Instant moment(Elements shown) {
        return Instant.parse(shown.select("time").attr("datetime"));
    }

    private static String wholeText(Elements shown) {
        return String.join("\n", shown.stream().map(Element::wholeText).toList());
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        var reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
