package dev.certpath.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Guide} from its two YAML files and reports all violations in them. */
public final class GuideReader {

    private static final int MAX_TRACKS = 20;
    private static final int MAX_POINTS = 1000;
    private static final int MAX_MONTHS = 120;
    private static final int MAX_WEEKS_AHEAD = 52;
    private static final int DEFAULT_BOOK_WEEKS_AHEAD = 4;

    private final List<GuideViolation> violations = new ArrayList<>();
    private final LocalDate today;

    private final Scope scope;

    /** How well the exams have to fit the edition. */
    private enum Scope {
        /** The exams are those of the tracks, which have one on every day. */
        TOGETHER,
        /** There may be exams of other tracks, too. */
        APART,
        /** A track may also be without an exam on some days. */
        STORED
    }

    private Map<String, Question> questions = Map.of();
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Map<Track, YamlMappingReader> trackSections = new LinkedHashMap<>();

    private GuideReader(LocalDate today, Scope scope) {
        this.today = today;
        this.scope = scope;
    }

    /**
     * Reads a guide.
     *
     * @param edition the file with questions, tracks and rules
     * @param exams the file with the exams
     * @param today the current day, on which the guide must be valid
     * @throws InvalidGuideException if a file is invalid; it lists all violations of both
     */
    public static Guide read(GuideFile edition, GuideFile exams, LocalDate today) {
        return new GuideReader(today, Scope.TOGETHER).readGuide(edition, exams);
    }

    /**
     * Reads an edition with exams that are kept apart from it. Exams change without the edition, so they can have exams of
     * tracks that this edition does not have.
     *
     * @param edition questions, tracks and rules
     * @param exams the exams
     * @param today the current day, on which the guide must be valid
     * @throws InvalidGuideException if one is invalid; it lists all violations of both
     */
    public static Guide readApart(GuideFile edition, GuideFile exams, LocalDate today) {
        return new GuideReader(today, Scope.APART).readGuide(edition, exams);
    }

    /**
     * Reads an edition with a revision of the exams, as admins change them. A track can be without an exam on some days, see
     * {@link ExamCalendar#findDayWithoutExam}: an end that is announced without a successor is a fact, too.
     *
     * @param edition questions, tracks and rules
     * @param exams the exams
     * @param today the current day, on which the guide must be valid
     * @throws InvalidGuideException if one is invalid; it lists all violations of both
     */
    public static Guide readStored(GuideFile edition, GuideFile exams, LocalDate today) {
        return new GuideReader(today, Scope.STORED).readGuide(edition, exams);
    }

    private Guide readGuide(GuideFile editionFile, GuideFile examsFile) {
        var edition = YamlMappingReader.parse(editionFile, violations);
        var exams = YamlMappingReader.parse(examsFile, violations);
        var guide = edition.flatMap(editionMapping -> exams.map(examsMapping -> toGuide(editionMapping, examsMapping)));
        if (guide.isPresent() && violations.isEmpty()) {
            return guide.get();
        }
        throw new InvalidGuideException(violations.stream()
                .sorted(Comparator.comparing(
                                (GuideViolation violation) -> violation.file().equals(examsFile.name()))
                        .thenComparingInt(GuideViolation::line))
                .toList());
    }

    private Guide toGuide(YamlMappingReader edition, YamlMappingReader examsFile) {
        var validFrom = edition.day("claims-from");
        if (validFrom.isAfter(today)) {
            edition.addViolationAt("claims-from", "the guide is not valid on " + today);
        }
        questions = QuestionsReader.read(edition);
        if (violations.isEmpty()) {
            QuestionsReader.checkCombinationCount(questions, edition);
        }
        readTracks(edition);
        var rules = edition.uniqueItems("rules", "rule", this::readRule, Rule::code);
        var examsReader = new ExamsReader();
        var exams = examsReader.read(examsFile);
        examsReader.checkChains(trackSections);
        if (scope != Scope.STORED) {
            examsReader.rejectDaysWithoutExam(trackSections, validFrom);
        }
        if (scope == Scope.TOGETHER) {
            examsReader.rejectUnusedExams(tracks.size());
        }
        var additionalExams = examsFile.sections("alongside").stream()
                .filter(section -> scope == Scope.TOGETHER || tracks.containsKey(section.text("track")))
                .map(this::readAdditionalExam)
                .toList();
        var guide = new Guide(
                edition.number("edition"),
                edition.text("name", ""),
                edition.text("short-name", ""),
                validFrom,
                List.copyOf(questions.values()),
                List.copyOf(tracks.values()),
                rules,
                readTieBreak(edition),
                edition.number("close-call", 0, MAX_POINTS),
                edition.number("outweighs", 0, MAX_POINTS),
                edition.number("second-within-months", 1, MAX_MONTHS),
                readBookWeeksAhead(edition),
                exams,
                additionalExams,
                ExampleReader.read(edition, questions.values()).orElse(null),
                readRetiredParameters(edition));
        edition.rejectUnknownKeys();
        examsFile.rejectUnknownKeys();
        if (violations.isEmpty()) {
            StorageLimits.check(guide, edition);
        }
        return guide;
    }

    private List<String> readRetiredParameters(YamlMappingReader edition) {
        var parameters = edition.has("retired-parameters") ? edition.texts("retired-parameters") : List.<String>of();
        questions.values().stream()
                .map(Question::parameter)
                .filter(parameters::contains)
                .forEach(parameter -> edition.addViolationAt(
                        "retired-parameters", "parameter " + parameter + " is that of a question"));
        return List.copyOf(parameters);
    }

    private static int readBookWeeksAhead(YamlMappingReader edition) {
        var weeks = edition.optionalNumber("book-weeks-ahead", 0, MAX_WEEKS_AHEAD);
        return weeks == null ? DEFAULT_BOOK_WEEKS_AHEAD : weeks;
    }

    private void readTracks(YamlMappingReader edition) {
        for (YamlMappingReader section : edition.sections("tracks")) {
            var track = readTrack(section, tracks.size());
            if (tracks.putIfAbsent(track.code(), track) != null) {
                section.addViolation("track " + track.code() + " is defined twice");
            }
            trackSections.putIfAbsent(track, section);
            section.rejectUnknownKeys();
        }
        if (tracks.size() < 2 || tracks.size() > MAX_TRACKS) {
            edition.addViolationAt(
                    "tracks", "a guide has 2 to " + MAX_TRACKS + " tracks, this one has " + tracks.size());
        }
        trackSections.forEach((track, section) -> {
            var next = track.usuallyNext();
            if (next != null && (!tracks.containsKey(next) || next.equals(track.code()))) {
                section.addViolationAt("usually-next", "there is no other track " + next);
            }
        });
    }

    private static Track readTrack(YamlMappingReader section, int position) {
        return new Track(
                position,
                section.code("track", CodeFormat.CODE),
                section.text("name"),
                section.text("provider"),
                section.text("mark"),
                readColour(section, position),
                section.text("names"),
                section.has("usually-next") ? section.text("usually-next") : null);
    }

    private static TrackColour readColour(YamlMappingReader section, int position) {
        var name = section.oneOf("colour", TrackColour.at(position).toString(), TrackColour.names());
        return TrackColour.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Rule readRule(YamlMappingReader section) {
        var rule = new Rule(
                section.code("rule", CodeFormat.CODE),
                referencedTrack(section),
                section.number("points"),
                readCondition(section),
                section.text("says"),
                section.text("receipt", ""),
                section.text("basis"),
                section.text("note", ""));
        if (rule.points() < 1 || rule.points() > MAX_POINTS) {
            section.addViolationAt("points", "rule " + rule.code() + " needs 1 to " + MAX_POINTS + " points");
        }
        if (!section.has("when") && rule.receipt().isEmpty()) {
            section.addViolation("rule " + rule.code() + " has no condition, so it needs a 'receipt'");
        }
        if (rule.basis().equals(Rule.OUR_DECISION) && rule.note().isEmpty()) {
            section.addViolation("rule " + rule.code() + " is our decision, so it needs a 'note' that says why");
        }
        if (rule.condition() instanceof Condition.AnyOptionChosen chosen) {
            chosen.options().stream()
                    .filter(Option::retired)
                    .forEach(option -> section.addViolationAt(
                            "when", "option " + option.code() + " is retired, so it counts for nothing"));
        }
        section.rejectUnknownKeys();
        return rule;
    }

    private Condition readCondition(YamlMappingReader section) {
        if (!section.has("when")) {
            return new Condition.Always();
        }
        var when = section.section("when");
        var codes = when.keys();
        if (codes.size() != 1) {
            section.addViolationAt("when", "'when' must name exactly one question and its options");
            return new Condition.Always();
        }
        String code = codes.iterator().next();
        var question = questions.get(code);
        if (question == null) {
            when.addViolationAt(code, "there is no question " + code + ", only " + questions.keySet());
            return new Condition.Always();
        }
        return new Condition.AnyOptionChosen(question, readOptions(when, question));
    }

    private static List<Option> readOptions(YamlMappingReader when, Question question) {
        var options = new ArrayList<Option>();
        for (String code : when.texts(question.code())) {
            question.findOption(code)
                    .ifPresentOrElse(
                            options::add,
                            () -> when.addViolationAt(
                                    question.code(),
                                    "question " + question.code() + " has no option " + code + ", only "
                                            + question.options().stream()
                                                    .map(Option::code)
                                                    .toList()));
        }
        if (options.isEmpty()) {
            when.addViolationAt(question.code(), "without options the condition is never met");
        }
        return options.stream().distinct().toList();
    }

    private AdditionalExam readAdditionalExam(YamlMappingReader section) {
        var additionalExam = new AdditionalExam(
                ExamsReader.readExam(section),
                referencedTrack(section),
                readCondition(section),
                section.text("says"),
                section.flag("first-step"));
        if (additionalExam.exam().successor() != null) {
            section.addViolationAt("successor", "an additional exam can't have a successor");
        }
        section.rejectUnknownKeys();
        return additionalExam;
    }

    private Track referencedTrack(YamlMappingReader section) {
        String code = section.text("track");
        return Optional.ofNullable(tracks.get(code)).orElseGet(() -> {
            if (section.has("track")) {
                section.addViolationAt("track", "there is no track " + code + ", only " + tracks.keySet());
            }
            return new Track(0, code, code, code, code, TrackColour.at(0), code, null);
        });
    }

    private List<Question> readTieBreak(YamlMappingReader edition) {
        var codes = edition.texts("tie-break");
        if (!new HashSet<>(codes).equals(questions.keySet()) || codes.size() != questions.size()) {
            edition.addViolationAt(
                    "tie-break", "'tie-break' must name every question exactly once: " + questions.keySet());
        }
        return codes.stream()
                .map(questions::get)
                .flatMap((@Nullable Question question) -> Optional.ofNullable(question).stream())
                .toList();
    }
}
