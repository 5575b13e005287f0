/**
 * The student pages: start, one page per question, check answers, the recommendation and its calendar, and the whole guide.
 *
 * <p>Start with {@code QuestionController}. The URL of a page has the answers so far ({@code PartialAnswers}), so that Back,
 * reload, bookmarks and links work without a session or a cookie. {@code QuestionnaireUrls} builds all URLs.
 */
@NullMarked
package dev.certpath.web.questionnaire;

import org.jspecify.annotations.NullMarked;
