package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.DraftService;
import dev.certpath.guide.Guide;
import dev.certpath.web.desk.GuideUrls;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the editions that URLs name: by their numbers, or the draft. */
@Component
class GuideVersions {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final CurrentGuide currentGuide;
    private final DraftService drafts;

    GuideVersions(CurrentGuide currentGuide, DraftService drafts) {
        this.currentGuide = currentGuide;
        this.drafts = drafts;
    }

    /** Finds an edition, with the exams in force; empty if there is none, or if the draft is no valid edition. */
    Optional<Guide> find(String version) {
        if (version.equals(GuideUrls.DRAFT_VERSION)) {
            return drafts.find().flatMap(draft -> drafts.check(draft.content()).guide());
        }
        return NUMBER.matcher(version).matches()
                ? currentGuide.findEdition(Integer.parseInt(version))
                : Optional.empty();
    }
}
