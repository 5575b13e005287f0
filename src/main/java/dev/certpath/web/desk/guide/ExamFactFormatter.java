package dev.certpath.web.desk.guide;

import dev.certpath.guide.ExamDifference;
import dev.certpath.guide.GuideViolation;
import dev.certpath.guide.InvalidGuideException;
import dev.certpath.web.desk.DeskMessages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Formats what a change of the exams changes. */
@Component
class ExamFactFormatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final MessageSource messageSource;
    private final DeskMessages messages;

    ExamFactFormatter(MessageSource messageSource, DeskMessages messages) {
        this.messageSource = messageSource;
        this.messages = messages;
    }

    /** Formats differences. */
    List<ExamFact> format(List<ExamDifference> differences) {
        return differences.stream()
                .map(difference -> new ExamFact(
                        difference.exam(),
                        name(difference.fact()),
                        values(difference.fact(), difference.before()),
                        values(difference.fact(), difference.after())))
                .toList();
    }

    /** Says on one line why exams are invalid. */
    static String format(InvalidGuideException invalid) {
        return invalid.violations().stream().map(GuideViolation::message).collect(Collectors.joining("; "));
    }

    /** A fact that no page of the desk changes has the name that it has in YAML. */
    private String name(String fact) {
        return String.valueOf(messageSource.getMessage("exams.fact." + fact, null, fact, Locale.ENGLISH));
    }

    private String values(String fact, List<String> values) {
        return values.stream().map(value -> value(fact, value)).collect(Collectors.joining("\n"));
    }

    private String value(String fact, String value) {
        if (fact.equals("price-usd")) {
            return messages.text("exams.price", value);
        }
        return ISO_DAY.matcher(value).matches() ? DAY.format(LocalDate.parse(value)) : value;
    }
}
