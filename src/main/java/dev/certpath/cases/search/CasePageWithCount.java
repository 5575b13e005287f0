package dev.certpath.cases.search;

/**
 * A page of cases with the number of cases on all pages.
 *
 * @param page the page
 * @param count the number of cases that match the filter
 */
public record CasePageWithCount(CasePage page, CaseCount count) {}
