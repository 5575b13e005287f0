package dev.certpath.cases.search;

import java.util.Optional;

/**
 * The cases next to a position in a sorted list.
 *
 * @param previous the case before the position, if there is one
 * @param next the case after the position, if there is one
 */
public record AdjacentCases(Optional<CaseRow> previous, Optional<CaseRow> next) {}
