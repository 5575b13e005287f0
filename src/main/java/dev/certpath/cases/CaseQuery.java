package dev.certpath.cases;

/**
 * Which cases a list shows.
 *
 * @param firstTrack the code of the recommended first; empty for any
 * @param reference a short name as people type it; empty for any
 * @param before only cases opened before the one of this number; {@link Long#MAX_VALUE} for the newest
 * @param most how many at most
 */
public record CaseQuery(String firstTrack, String reference, long before, int most) {

    /** The reference in the form it is kept in. */
    String storedReference() {
        return CaseNames.reference(reference);
    }
}
