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

    /** Whether what someone typed can be a reference: in small letters, without its dash, with O for 0 and I or L for 1. */
    public static boolean isReference(String typed) {
        return CaseNames.isReference(CaseNames.reference(typed));
    }

    /** The reference in the form it is kept in. */
    String storedReference() {
        return CaseNames.reference(reference);
    }
}
