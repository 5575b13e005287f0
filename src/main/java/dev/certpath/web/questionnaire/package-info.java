/**
 * The students' pages: start, four questions, check answers, the recommendation and its calendar, and the whole guide
 * laid open.
 *
 * <p>Start with {@code QuestionController}. Every answer so far is in the address ({@code PartialAnswers}), so Back,
 * reload, bookmarks and links from elsewhere all work, without a session or a cookie. Addresses are built in {@code
 * QuestionnaireAddresses} alone.
 */
@NullMarked
package dev.certpath.web.questionnaire;

import org.jspecify.annotations.NullMarked;
