package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import dev.certpath.editions.dryrun.DryRunRequest;
import dev.certpath.editions.dryrun.DryRunService;
import dev.certpath.editions.dryrun.DryRunState;
import dev.certpath.editions.dryrun.StoredDryRun;
import dev.certpath.editions.pins.PinService;
import dev.certpath.guide.Guide;
import dev.certpath.web.desk.GuideUrls;
import dev.certpath.web.desk.guide.DryRunView.ChangeRow;
import dev.certpath.web.desk.guide.DryRunView.ExampleLink;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Adds to pages what publishing an edition would change, and the pins that it breaks. */
@Component
class DryRunPages {

    private final DryRunService dryRuns;
    private final PinService pins;
    private final PinViewFactory pinViews;
    private final CurrentGuide currentGuide;
    private final GuideUrls urls;

    DryRunPages(
            DryRunService dryRuns,
            PinService pins,
            PinViewFactory pinViews,
            CurrentGuide currentGuide,
            GuideUrls urls) {
        this.dryRuns = dryRuns;
        this.pins = pins;
        this.pinViews = pinViews;
        this.currentGuide = currentGuide;
        this.urls = urls;
    }

    /** Counts the cases again for the text of a draft that was saved. */
    void begin(String text, Guide edition) {
        dryRuns.begin(request(text, edition));
    }

    /**
     * Adds the dry run of an edition, as far as it is, and the broken pins.
     *
     * @param version the number of the edition, or {@code draft}
     */
    void addTo(ModelAndView page, String text, Guide edition, String version) {
        var state = dryRuns.find(request(text, edition));
        if (state instanceof DryRunState.Finished finished) {
            page.addObject("dryRun", view(finished.stored(), version));
        } else if (state instanceof DryRunState.Running running) {
            page.addObject("dryRunProgress", running.progress());
        } else {
            page.addObject("dryRunFailed", true);
        }
        page.addObject("brokenPins", pinViews.of(pins.findBroken(edition), currentGuide.guide()));
    }

    /** A finished dry run with its links. */
    DryRunView view(StoredDryRun stored, String version) {
        var dryRun = stored.dryRun();
        var before = currentGuide.findEdition(dryRun.comparedWith()).orElseGet(currentGuide::guide);
        return new DryRunView(
                stored.id(),
                dryRun,
                version,
                dryRun.changes().stream()
                        .map(change -> row(change, before, version))
                        .toList());
    }

    private ChangeRow row(OutcomeChange change, Guide before, String version) {
        return new ChangeRow(
                change,
                change.examples().stream()
                        .map(answers -> new ExampleLink(
                                text(answers, before), urls.receipts(before.edition(), version, answers)))
                        .toList());
    }

    private static String text(Map<String, List<String>> answers, Guide guide) {
        return AnswerLabels.known(answers, guide).stream()
                .map(AnswerLabels.AnswerLabel::answer)
                .collect(Collectors.joining("; "));
    }

    private DryRunRequest request(String text, Guide edition) {
        return currentGuide.get().dryRunOf(text, edition);
    }
}
