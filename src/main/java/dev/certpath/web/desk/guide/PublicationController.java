package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.PublicationEntry;
import dev.certpath.editions.PublicationService;
import dev.certpath.editions.dryrun.DryRunService;
import dev.certpath.editions.pins.PinService;
import dev.certpath.web.desk.GuideUrls;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows a publication as the admin saw it: with its dry run, and the pins that were lifted for it. */
@Controller
class PublicationController {

    private final PublicationService publications;
    private final DryRunService dryRuns;
    private final DryRunPages dryRunPages;
    private final PinService pins;
    private final PinViewFactory pinViews;
    private final CurrentGuide currentGuide;

    PublicationController(
            PublicationService publications,
            DryRunService dryRuns,
            DryRunPages dryRunPages,
            PinService pins,
            PinViewFactory pinViews,
            CurrentGuide currentGuide) {
        this.publications = publications;
        this.dryRuns = dryRuns;
        this.dryRunPages = dryRunPages;
        this.pins = pins;
        this.pinViews = pinViews;
        this.currentGuide = currentGuide;
    }

    @GetMapping(GuideUrls.PUBLICATION)
    ModelAndView publication(@PathVariable long number) {
        var entry = publications.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = new ModelAndView("desk/guide-publication");
        page.addObject("entry", entry);
        page.addObject("liftedPins", pinViews.ofPins(pins.findLiftedFor(number), currentGuide.guide()));
        entry.dryRun()
                .flatMap(dryRuns::find)
                .ifPresent(stored -> page.addObject("dryRun", dryRunPages.view(stored, version(entry))));
        return page;
    }

    private static String version(PublicationEntry entry) {
        return String.valueOf(entry.publication().edition());
    }
}
