package dev.certpath.cases;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some cases of a list, newest first.
 *
 * @param rows the cases
 * @param olderThan the number that the next, older ones come before; empty on the last page
 */
public record CasePage(List<CaseRow> rows, OptionalLong olderThan) {}
