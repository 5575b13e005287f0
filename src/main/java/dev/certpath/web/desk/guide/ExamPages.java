package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.statistics.ExamCaseService;
import dev.certpath.editions.ExamRevisionService;
import dev.certpath.editions.StoredExams;
import dev.certpath.editions.dryrun.ExamDryRunService;
import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Exam;
import dev.certpath.guide.ExamDifference;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Builds the list of exams, the form of an exam and the page that asks to confirm a change. */
@Component
class ExamPages {

    private final ExamRevisionService revisions;
    private final ExamCaseService cases;
    private final ExamDryRunService dryRuns;
    private final ExamFactFormatter formatter;
    private final CurrentDate currentDate;

    ExamPages(
            ExamRevisionService revisions,
            ExamCaseService cases,
            ExamDryRunService dryRuns,
            ExamFactFormatter formatter,
            CurrentDate currentDate) {
        this.revisions = revisions;
        this.cases = cases;
        this.dryRuns = dryRuns;
        this.formatter = formatter;
        this.currentDate = currentDate;
    }

    /** Finds an exam of a guide, also an additional one. */
    static Optional<Exam> find(String code, Guide guide) {
        return Stream.concat(
                        guide.exams().stream(), guide.additionalExams().stream().map(AdditionalExam::exam))
                .filter(exam -> exam.code().equals(code))
                .findFirst();
    }

    /** The list of exams, those first whose facts were not checked for long. */
    ModelAndView list(HttpStatus status, BindingResult result) {
        var check = (CheckForm) result.getTarget();
        var exams = revisions.findLatest();
        var page = new ModelAndView("desk/exams", status);
        page.addAllObjects(result.getModel());
        page.addObject("exams", rows(exams.guide(), Optional.ofNullable(check)));
        page.addObject("gaps", gaps(exams.guide()));
        page.addObject("revision", exams.revision());
        page.addObject("today", currentDate.get());
        page.addObject("readOnly", revisions.isReadOnly());
        return page;
    }

    /** The form of an exam. */
    ModelAndView form(String code, int revision, HttpStatus status, BindingResult result) {
        var exams = revisions.findLatest();
        var page = new ModelAndView("desk/exam", status);
        page.addAllObjects(result.getModel());
        page.addObject("exam", find(code, exams.guide()).orElseThrow());
        page.addObject("revision", revision);
        page.addObject("readOnly", revisions.isReadOnly());
        page.addObject("hasSuccessor", exams.guide().findExam(code).isPresent());
        page.addObject(
                "successors",
                exams.guide().exams().stream()
                        .map(Exam::code)
                        .filter(other -> !other.equals(code))
                        .toList());
        return page;
    }

    /** The form of an exam, whose facts someone else changed since the given revision was shown. */
    ModelAndView conflict(String code, int seen, BindingResult result) {
        var latest = revisions.findLatest();
        var differences = ExamDifference.between(code, revisions.findFile(seen), latest.file());
        return form(code, latest.revision(), HttpStatus.CONFLICT, result)
                .addObject("changedMeanwhile", formatter.format(differences));
    }

    /** The page that asks to confirm a change. */
    ModelAndView confirmation(String code, StoredExams changed, BindingResult result) {
        var differences = ExamDifference.between(code, revisions.findFile(changed.revision()), changed.file());
        var page = new ModelAndView("desk/exam-confirmation");
        page.addAllObjects(result.getModel());
        page.addObject("code", code);
        page.addObject("revision", changed.revision());
        page.addObject("facts", formatter.format(differences));
        page.addObject("gaps", gaps(changed.guide()));
        page.addObject("effects", dryRuns.compare(revisions.findLatest().guide(), changed.guide(), currentDate.get()));
        page.addObject("cases", cases.count(examsThatLeadTo(code, changed.guide())));
        return page;
    }

    /** The exam itself and those that it follows: a recommendation of one of them names it as the next exam. */
    private static List<String> examsThatLeadTo(String code, Guide guide) {
        return Stream.concat(
                        Stream.of(code),
                        guide.exams().stream()
                                .filter(exam -> code.equals(exam.successor()))
                                .map(Exam::code))
                .toList();
    }

    private List<ExamRow> rows(Guide guide, Optional<CheckForm> check) {
        var today = currentDate.get();
        return Stream.concat(
                        guide.exams().stream(), guide.additionalExams().stream().map(AdditionalExam::exam))
                .map(exam -> row(exam, guide, check, today))
                .sorted(Comparator.comparing(ExamRow::recheckDue).reversed())
                .toList();
    }

    private static ExamRow row(Exam exam, Guide guide, Optional<CheckForm> check, LocalDate today) {
        return new ExamRow(
                exam,
                guide.tracks().stream()
                        .filter(track -> guide.calendar().chain(track).contains(exam))
                        .map(Track::name)
                        .toList(),
                guide.findExam(exam.code()).isEmpty(),
                Exam.isRecheckDue(exam.checked(), today),
                check.filter(entered -> entered.exam().equals(exam.code()))
                        .map(CheckForm::source)
                        .orElse(exam.certification().url()));
    }

    private List<TrackGap> gaps(Guide guide) {
        var calendar = guide.calendar();
        return guide.tracks().stream()
                .flatMap(
                        track -> calendar
                                .findDayWithoutExam(track, currentDate.get())
                                .map(day -> new TrackGap(track.name(), day))
                                .stream())
                .toList();
    }
}
