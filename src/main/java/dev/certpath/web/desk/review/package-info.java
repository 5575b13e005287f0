/**
 * The page of one case, where an advisor takes, discusses and decides it.
 *
 * <p>Start with {@code CaseController}. {@code CaseViewFactory} builds the pages, {@code CaseActionForm} reads the forms.
 */
@NullMarked
package dev.certpath.web.desk.review;

import org.jspecify.annotations.NullMarked;
