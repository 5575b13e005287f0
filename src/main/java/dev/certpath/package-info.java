/**
 * Certpath recommends which cloud AI certification to take first, and which second.
 *
 * <p>Packages from the bottom up: {@code guide} (questions, rules and exams), {@code recommend} (scoring and ranking),
 * {@code cases} (saved recommendations and advisors' work on them), {@code accounts} (advisors' accounts), {@code
 * persistence} (classification of database exceptions), {@code web} (pages for students and advisors, JSON API), {@code
 * security} (filter chains and sessions) and {@code infrastructure} (server, jobs and start-up). Imports point down only.
 */
@NullMarked
package dev.certpath;

import org.jspecify.annotations.NullMarked;
