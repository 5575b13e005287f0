package dev.certpath.cases.search;

import java.util.Optional;

/**
 * Selects cases by their assignee.
 *
 * @param username the advisor's username; empty for cases without an assignee
 */
public record AssigneeFilter(Optional<String> username) {

    /** Cases without an assignee. */
    public static final AssigneeFilter UNASSIGNED = new AssigneeFilter(Optional.empty());

    /** Cases that are assigned to an advisor. */
    public static AssigneeFilter assignedTo(String username) {
        return new AssigneeFilter(Optional.of(username));
    }
}
