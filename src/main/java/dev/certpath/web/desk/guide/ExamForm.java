package dev.certpath.web.desk.guide;

import dev.certpath.guide.Certainty;
import dev.certpath.guide.Exam;
import dev.certpath.web.validation.FormText;
import dev.certpath.web.validation.NoControlCharacters;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form with the facts about an exam.
 *
 * @param opens the first day; empty if it is not known
 * @param opensCertainty the code of a {@link Certainty}
 * @param closes the last day; empty if no end is announced
 * @param closesCertainty the code of a {@link Certainty}
 * @param closesLanguage the only language for which the last day holds; empty if it holds for all
 * @param successor the code of the exam that follows it; empty if there is none
 * @param price the price in US dollars
 * @param url the URL of the official page
 * @param source the URL of the page that states the facts
 * @param checked the day on which they were checked
 * @param reason why they change
 */
public record ExamForm(
        String opens,

        @Pattern(regexp = CERTAINTIES) String opensCertainty,

        String closes,

        @Pattern(regexp = CERTAINTIES) String closesCertainty,

        @Size(max = 100) @NoControlCharacters String closesLanguage,

        String successor,

        @Pattern(regexp = "\\d{1,6}") String price,

        @Pattern(regexp = URL) @Size(max = 500) String url,

        @Pattern(regexp = URL) @Size(max = 500) String source,

        String checked,

        @NotBlank @Size(max = 1000) @NoControlCharacters String reason) {

    /** A regular expression for the URL of a page. */
    static final String URL = "https?://[^\\s/]+(/\\S*)?";

    private static final String CERTAINTIES = "confirmed|expected";

    /** Creates the form from the submitted parameters. */
    public ExamForm(
            @Nullable String opens,
            @Nullable String opensCertainty,
            @Nullable String closes,
            @Nullable String closesCertainty,
            @Nullable String closesLanguage,
            @Nullable String successor,
            @Nullable String price,
            @Nullable String url,
            @Nullable String source,
            @Nullable String checked,
            @Nullable String reason) {
        this.opens = FormText.normalizeLine(opens);
        this.opensCertainty = FormText.normalizeLine(opensCertainty);
        this.closes = FormText.normalizeLine(closes);
        this.closesCertainty = FormText.normalizeLine(closesCertainty);
        this.closesLanguage = FormText.normalizeLine(closesLanguage);
        this.successor = FormText.normalizeLine(successor);
        this.price = FormText.normalizeLine(price);
        this.url = FormText.normalizeLine(url);
        this.source = FormText.normalizeLine(source);
        this.checked = FormText.normalizeLine(checked);
        this.reason = FormText.normalize(reason);
    }

    /** The form with the facts as they are, and the day on which they are checked. */
    static ExamForm of(Exam exam, LocalDate checked) {
        var days = exam.availability();
        return new ExamForm(
                Objects.toString(days.opens(), ""),
                code(days.opensCertainty()),
                Objects.toString(days.closes(), ""),
                code(days.closesCertainty()),
                days.closesLanguage(),
                exam.successor(),
                String.valueOf(exam.price().usd()),
                exam.certification().url(),
                exam.certification().url(),
                checked.toString(),
                "");
    }

    /** The facts by their keys in YAML; an empty one is removed. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("opens", opens);
        facts.put("opens-certainty", unlessConfirmed(opens, opensCertainty));
        facts.put("closes", closes);
        facts.put("closes-certainty", unlessConfirmed(closes, closesCertainty));
        facts.put("closes-language", closesLanguage);
        facts.put("price-usd", price);
        facts.put("url", url);
        facts.put("checked", checked);
        facts.put("successor", successor);
        return facts;
    }

    /** A day is confirmed if the file says nothing else. */
    private static String unlessConfirmed(String day, String certainty) {
        return day.isEmpty() || certainty.equals(Certainty.CONFIRMED.toString()) ? "" : certainty;
    }

    private static String code(@Nullable Certainty certainty) {
        return Objects.requireNonNullElse(certainty, Certainty.CONFIRMED).toString();
    }
}
