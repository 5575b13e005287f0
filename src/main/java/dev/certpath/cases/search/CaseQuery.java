package dev.certpath.cases.search;

import java.util.Optional;

/**
 * A query for a page of cases. The pages of the queue, their export and their counts use the same query, so that they
 * agree.
 *
 * @param filter which cases to select
 * @param order how to sort them
 * @param after the position after which the page starts; empty for the first page
 * @param pageSize the maximum number of rows
 */
public record CaseQuery(CaseFilter filter, CaseSortOrder order, Optional<KeysetPosition> after, int pageSize) {

    CaseQuery withAfter(KeysetPosition position) {
        return new CaseQuery(filter, order, Optional.of(position), pageSize);
    }

    CaseQuery withPageSize(int rows) {
        return new CaseQuery(filter, order, after, rows);
    }
}
