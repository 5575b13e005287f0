package dev.certpath.editions;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideViolation;
import dev.certpath.guide.InvalidGuideException;
import dev.certpath.guide.Question;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets admins work on the next edition, one draft at a time. */
@Service
public class DraftService {

    private final DraftRepository drafts;
    private final EditionRepository editions;
    private final StoredGuideReader reader;
    private final CurrentGuide currentGuide;
    private final SavedAnswers savedAnswers;
    private final Clock clock;

    DraftService(
            DraftRepository drafts,
            EditionRepository editions,
            StoredGuideReader reader,
            CurrentGuide currentGuide,
            SavedAnswers savedAnswers,
            Clock clock) {
        this.drafts = drafts;
        this.editions = editions;
        this.reader = reader;
        this.currentGuide = currentGuide;
        this.savedAnswers = savedAnswers;
        this.clock = clock;
    }

    /** Finds the draft; empty if nobody is working on one. */
    public Optional<Draft> find() {
        return drafts.find();
    }

    /**
     * Begins a draft as a copy of an edition, with the next number.
     *
     * @throws DraftConflictException if there is a draft
     */
    public void start(int edition, String admin) {
        var content = editions.findContent(edition)
                .orElseThrow(() -> new IllegalArgumentException("There is no edition " + edition));
        var numbered = new DraftText(content).withNumber(editions.nextNumber());
        rejectConflict(drafts.start(numbered, edition, clock.instant(), admin));
    }

    /**
     * Keeps a text as the draft, valid or not, byte for byte.
     *
     * @param version the version of the draft that the admin edited
     * @throws DraftConflictException if the draft has another version by now
     */
    public void save(long version, String content, String admin) {
        rejectConflict(drafts.save(version, content, clock.instant(), admin));
    }

    /**
     * Discards the draft.
     *
     * @throws DraftConflictException if the draft has another version by now
     */
    public void discard(long version) {
        rejectConflict(drafts.delete(version));
    }

    /** The number of the edition that the draft will be. */
    public int nextNumber() {
        return editions.nextNumber();
    }

    /** Checks whether a text can be published as the next edition, with the exams in force. */
    public DraftCheck check(String content) {
        var text = new DraftText(content);
        try {
            var guide = reader.readWithExamsInForce(text.toFile());
            return new DraftCheck(Optional.of(guide), sorted(violations(text, guide)));
        } catch (InvalidGuideException invalid) {
            return new DraftCheck(Optional.empty(), invalid.violations());
        }
    }

    private List<GuideViolation> violations(DraftText text, Guide guide) {
        var violations = new ArrayList<GuideViolation>();
        int number = editions.nextNumber();
        if (guide.edition() != number) {
            violations.add(text.violationOfNumber("'edition' must be " + number + ", the next number"));
        }
        for (Question question : currentGuide.guide().questions()) {
            guide.findQuestion(question.code())
                    .ifPresentOrElse(
                            kept -> addRemovedAnswers(question, kept, guide, text, violations),
                            () -> addRemovedParameter(question, guide, text, violations));
        }
        return violations;
    }

    private void addRemovedAnswers(
            Question question, Question kept, Guide guide, DraftText text, List<GuideViolation> violations) {
        if (kept.parameter().equals(question.parameter())) {
            addRemovedOptions(question, kept, text, violations);
            addRemovedUnknown(question, kept, text, violations);
        } else {
            addRemovedParameter(question, guide, text, violations);
        }
    }

    private void addRemovedOptions(Question question, Question kept, DraftText text, List<GuideViolation> violations) {
        question.options().stream()
                .filter(option -> kept.findOption(option.code()).isEmpty())
                .filter(option -> savedAnswers.use(question.parameter(), option.code()))
                .forEach(option -> violations.add(text.violationOfQuestion(
                        question.code(),
                        "saved recommendations have option " + option.code()
                                + ": keep it with 'retired: true' instead of removing it")));
    }

    private void addRemovedUnknown(Question question, Question kept, DraftText text, List<GuideViolation> violations) {
        var unknown = question.unknown();
        var other = kept.unknown();
        if (unknown != null
                && (other == null || !other.code().equals(unknown.code()))
                && savedAnswers.use(question.parameter(), unknown.code())) {
            violations.add(text.violationOfQuestion(
                    question.code(),
                    "saved recommendations do not know the answer to question " + question.code()
                            + ": keep its 'unknown'"
                            + (unknown.code().isEmpty() ? "" : " with option " + unknown.code())));
        }
    }

    private void addRemovedParameter(Question question, Guide guide, DraftText text, List<GuideViolation> violations) {
        if (!guide.retiredParameters().contains(question.parameter()) && savedAnswers.use(question.parameter())) {
            violations.add(text.violationOfQuestion(
                    question.code(),
                    "saved recommendations answer question " + question.code() + " by the parameter "
                            + question.parameter() + ": add it to 'retired-parameters'"));
        }
    }

    private void rejectConflict(boolean changed) {
        if (!changed) {
            throw new DraftConflictException(drafts.find());
        }
    }

    private static List<GuideViolation> sorted(List<GuideViolation> violations) {
        return violations.stream()
                .sorted(Comparator.comparingInt(GuideViolation::line))
                .toList();
    }
}
