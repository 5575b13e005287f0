package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.EarlierVersionData.StoredCase;
import dev.certpath.cases.EarlierVersionData.StoredContact;
import dev.certpath.cases.EarlierVersionData.StoredDecision;
import dev.certpath.cases.EarlierVersionData.StoredEvent;
import dev.certpath.cases.EarlierVersionData.StoredText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The advisors' page of a case that an earlier version stored. It is read by headings, terms, lists and times, whatever
 * its elements are called for the style sheet.
 *
 * @param stored the case
 * @param page its page
 * @param reader the username of the advisor who opened it
 */
record EarlierVersionCasePage(StoredCase stored, Document page, String reader) {

    EarlierVersionCasePage showsFirstCertification() {
        assertThat(page.select("h1").text()).contains(stored.reference());
        assertThat(page.select("h3").eachText()).contains(stored.firstCertification());
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
        assertThat(term(EarlierVersionPhrases.TERM_NOTE)).isEqualTo(contact.note());
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
        assertWritten(EarlierVersionPhrases.HEADING_MESSAGES, stored.messages());
        return this;
    }

    EarlierVersionCasePage showsNotes() {
        assertWritten(EarlierVersionPhrases.HEADING_NOTES, stored.notes());
        return this;
    }

    EarlierVersionCasePage showsTimeline() {
        var entries = under(EarlierVersionPhrases.HEADING_TIMELINE).select("ol > li");
        var events = newestFirst(stored.timeline());
        assertThat(entries).hasSameSizeAs(events);
        for (int place = 0; place < events.size(); place++) {
            assertEntry(entries.get(place), events.get(place));
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

    private void assertWritten(String heading, List<StoredText> texts) {
        var shown = under(heading).select("ol > li");
        var expected = newestFirst(texts);
        assertThat(shown).hasSameSizeAs(expected);
        for (int place = 0; place < expected.size(); place++) {
            var text = expected.get(place);
            assertThat(shown.get(place).text()).startsWith(text.author() + ",");
            assertThat(shown.get(place).wholeText()).contains(text.text());
            assertThat(moment(shown.get(place).children())).isEqualTo(text.at());
        }
    }

    /** The words of an entry in their order: its kind, what was before, and what is since. */
    private List<String> change(StoredEvent event) {
        var words = new ArrayList<>(List.of(kind(event)));
        for (String value : List.of(event.from(), event.to())) {
            switch (event.kind()) {
                case "take", "assign", "give-back" -> words.add(value.isEmpty() ? EarlierVersionPhrases.NOBODY : value);
                case "decide", "clear-decision" -> words.addAll(decision(value));
                case "close", "reopen" ->
                    words.add(status(value.toUpperCase(Locale.ROOT).replace('-', '_')));
                default -> assertThat(value).isEmpty();
            }
        }
        return words;
    }

    /** A timeline keeps a decision as the codes of two tracks, and of a reason where there is one. */
    private List<String> decision(String value) {
        if (value.isEmpty()) {
            return List.of(EarlierVersionPhrases.NO_DECISION);
        }
        var codes = value.split(" ");
        var words = new ArrayList<>(List.of(stored.trackName(codes[0]), stored.trackName(codes[1])));
        if (codes.length > 2) {
            words.add(reason(codes[2]));
        }
        return words;
    }

    private String outcome(StoredDecision decision) {
        return stored.isAgreed()
                ? EarlierVersionPhrases.AGREED
                : stored.trackName(decision.first()) + ", then " + stored.trackName(decision.second());
    }

    /** What the page says of a term; empty where it says nothing. */
    private String term(String term) {
        return page.select("main dt").stream()
                .filter(candidate -> candidate.text().equals(term))
                .findFirst()
                .map(found -> found.nextElementSibling().wholeText().strip())
                .orElse("");
    }

    /** What stands under a heading, up to the next one; nothing where there is no such heading. */
    private Elements under(String heading) {
        var shown = new Elements();
        page.select("main h2").stream()
                .filter(candidate -> candidate.text().equals(heading))
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
