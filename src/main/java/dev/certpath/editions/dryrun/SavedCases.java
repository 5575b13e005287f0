package dev.certpath.editions.dryrun;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The saved cases, as far as a dry run has to know them. */
public interface SavedCases {

    /**
     * The cases that share a document, and so have the same answers.
     *
     * @param document the number of the document
     * @param toldFirst the code of the first track that was recommended
     * @param answers the codes of the answers by parameter; none for "I do not know"
     * @param all the number of cases
     * @param open the number of those that are new or in review
     */
    record CasesOfDocument(int document, String toldFirst, Map<String, List<String>> answers, long all, long open) {}

    /** Passes the cases of each document to a consumer, all of them as they were at one moment. */
    void forEachDocument(Consumer<CasesOfDocument> consumer);
}
