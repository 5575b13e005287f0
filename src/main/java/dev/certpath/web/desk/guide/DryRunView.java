package dev.certpath.web.desk.guide;

import dev.certpath.editions.dryrun.DryRun;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import java.util.List;

/**
 * A finished dry run with its links.
 *
 * @param id its number
 * @param dryRun the dry run
 * @param after the number of the later edition, or {@code draft}
 * @param changes the rows of the table of changes
 */
public record DryRunView(long id, DryRun dryRun, String after, List<ChangeRow> changes) {

    /**
     * A change.
     *
     * @param examples answers of students who get another result
     */
    public record ChangeRow(OutcomeChange change, List<ExampleLink> examples) {}

    /**
     * An example of answers.
     *
     * @param text the answers
     * @param url the page that shows both receipts
     */
    public record ExampleLink(String text, String url) {}
}
