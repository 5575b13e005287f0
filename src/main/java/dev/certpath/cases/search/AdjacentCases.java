package dev.certpath.cases.search;

import java.util.Optional;

/**
 * The cases on both sides of a place in a list.
 *
 * @param previous the one before it
 * @param next the one after it
 */
public record AdjacentCases(Optional<CaseRow> previous, Optional<CaseRow> next) {}
