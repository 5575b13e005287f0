package dev.certpath.cases.search;

import java.util.List;
import java.util.Optional;

/**
 * Some cases of a list.
 *
 * @param rows the cases, in order
 * @param next the place that the next page goes on from; empty on the last page
 */
public record CasePage(List<CaseRow> rows, Optional<KeysetPosition> next) {}
