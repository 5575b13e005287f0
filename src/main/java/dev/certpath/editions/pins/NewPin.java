package dev.certpath.editions.pins;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pin to set.
 *
 * @param answers the codes of the answers by parameter; none for "I do not know"
 * @param firsts the codes of the tracks of which one must come first
 * @param reason why
 * @param setBy the username of the admin who sets it; empty for one that the application ships
 * @param caseId the id of the case that it is set from; empty if it is set by hand
 */
public record NewPin(
        Map<String, List<String>> answers,
        List<String> firsts,
        String reason,
        Optional<String> setBy,
        Optional<String> caseId) {}
