package dev.certpath.cases;

import java.util.Optional;

/**
 * The cases on both sides of a place in a list.
 *
 * @param previous the one before it
 * @param next the one after it
 */
public record Neighbours(Optional<CaseRow> previous, Optional<CaseRow> next) {}
