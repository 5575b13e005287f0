package dev.certpath.editions.pins;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first tracks that some answers may lead to.
 *
 * @param id its number
 * @param answers the codes of the answers by parameter; none for "I do not know"
 * @param firsts the codes of the tracks of which one must come first
 * @param reason why
 * @param setAt when it was set
 * @param setBy the username of the admin who set it; empty for one that the application ships
 * @param caseId the id of the case that it was set from; empty if it was set by hand
 * @param replaces the number of the pin that it takes the place of; empty if there was none
 * @param lifting how it was lifted; empty while it counts
 */
public record Pin(
        long id,
        Map<String, List<String>> answers,
        List<String> firsts,
        String reason,
        Instant setAt,
        Optional<String> setBy,
        Optional<String> caseId,
        Optional<Long> replaces,
        Optional<Lifting> lifting) {

    /**
     * That a pin no longer counts.
     *
     * @param at since when
     * @param by the username of the admin who lifted or changed it
     * @param reason why
     */
    public record Lifting(Instant at, String by, String reason) {}
}
