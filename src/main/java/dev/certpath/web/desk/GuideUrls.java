package dev.certpath.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.editions.dryrun.ChangeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Builds the URLs of the pages on which admins change the guide. Templates use it as {@code guideUrls}. */
@Component
public class GuideUrls {

    public static final String GUIDE = "/advisor/guide";
    public static final String EDITION = "/advisor/guide/editions/{number}";
    public static final String PUBLICATION = "/advisor/guide/publications/{number}";
    public static final String DRAFT = "/advisor/guide/draft";
    public static final String DRAFT_FILE = "/advisor/guide/draft.yaml";
    public static final String DRAFT_PREVIEW = "/advisor/guide/draft/preview";
    public static final String RECEIPTS = "/advisor/guide/receipts";
    public static final String CHANGES_FILE = "/advisor/guide/changes.csv";
    public static final String PINS = "/advisor/guide/pins";
    public static final String NEW_PIN = "/advisor/guide/pins/new";
    public static final String PIN = "/advisor/guide/pins/{number}";

    /** The value that stands for the draft where another number is that of an edition. */
    public static final String DRAFT_VERSION = "draft";

    /** The edition of the guide that is in force, and those that were. */
    public String guide() {
        return GUIDE;
    }

    /** An edition of the guide, compared with the one before it. */
    public String edition(int number) {
        return GUIDE + "/editions/" + number;
    }

    /** A publication with its dry run. */
    public String publication(long number) {
        return GUIDE + "/publications/" + number;
    }

    /** The next edition of the guide, as admins edit it. */
    public String draft() {
        return DRAFT;
    }

    /** The draft with one of its rules in sight. */
    public String draft(String rule) {
        return UriComponentsBuilder.fromPath(DRAFT)
                .queryParam("rule", "{rule}")
                .encode()
                .buildAndExpand(rule)
                .toUriString();
    }

    /** The draft as a file. */
    public String draftFile() {
        return DRAFT_FILE;
    }

    /** The draft as students will see it. */
    public String draftPreview() {
        return DRAFT_PREVIEW;
    }

    /**
     * The points of the same answers by two editions.
     *
     * @param before the number of the earlier edition
     * @param after the number of the later edition, or {@link #DRAFT_VERSION}
     * @param answers the codes of the answers by parameter
     */
    public String receipts(int before, String after, Map<String, List<String>> answers) {
        var url = UriComponentsBuilder.fromPath(RECEIPTS)
                .queryParam("before", before)
                .queryParam("after", after);
        answers.forEach(
                (parameter, codes) -> codes.forEach(code -> url.queryParam(parameter, UriUtils.encode(code, UTF_8))));
        return url.build(true).toUriString();
    }

    /** All combinations of answers that get other tracks by another edition, as a file. */
    public String changesFile(int before, String after) {
        return CHANGES_FILE + "?before=" + before + "&after=" + after;
    }

    /** The cases that a dry run changes, in the queue. */
    public QueueParameters changedCases(long dryRun) {
        return cases(new ChangeReference(dryRun, Optional.empty()));
    }

    /** The cases that one change of a dry run changes, in the queue. */
    public QueueParameters changedCases(long dryRun, int change) {
        return cases(new ChangeReference(dryRun, Optional.of(change)));
    }

    /** The cases to which a track was recommended as the first, in the queue. */
    public QueueParameters casesWithFirst(String track) {
        return QueueParameters.of(Map.of(QueueParameters.VIEW, QueueParameters.ALL, QueueParameters.FIRST, track));
    }

    /** The pins. */
    public String pins() {
        return PINS;
    }

    /** The form that sets a pin. */
    public String newPin() {
        return NEW_PIN;
    }

    /** The form that sets a pin with the answers and the decision of a case. */
    public String newPin(String caseId) {
        return NEW_PIN + "?case=" + caseId;
    }

    /** The form that changes or lifts a pin. */
    public String pin(long number) {
        return PINS + "/" + number;
    }

    private static QueueParameters cases(ChangeReference reference) {
        return QueueParameters.of(
                Map.of(QueueParameters.VIEW, QueueParameters.ALL, QueueParameters.CHANGE, reference.toString()));
    }
}
