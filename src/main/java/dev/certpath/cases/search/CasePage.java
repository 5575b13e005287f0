package dev.certpath.cases.search;

import java.util.List;
import java.util.Optional;

/**
 * A page of cases.
 *
 * @param rows the cases in order
 * @param next the position after which the next page starts; empty on the last page
 */
public record CasePage(List<CaseRow> rows, Optional<KeysetPosition> next) {}
