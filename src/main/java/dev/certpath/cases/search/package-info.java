/**
 * Finds cases for the advisors' queue: filters, sort orders, keyset pagination and rows.
 *
 * <p>Start with {@link dev.certpath.cases.search.CaseSearch}, which runs a {@link dev.certpath.cases.search.CaseQuery}.
 */
@NullMarked
package dev.certpath.cases.search;

import org.jspecify.annotations.NullMarked;
