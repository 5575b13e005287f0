/**
 * The page of one case, on which advisors review it.
 *
 * <p>Start with {@code CaseController}. {@code CaseViewFactory} creates the pages. {@code CaseForms} has the forms of the
 * page, each an {@code CaseActionForm}.
 */
@NullMarked
package dev.certpath.web.desk.review;

import org.jspecify.annotations.NullMarked;
