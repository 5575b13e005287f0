/**
 * What all pages of the advisors' desk share: URLs, messages, model attributes and query parameters.
 *
 * <p>The pages are in the packages below: {@code login}, {@code queue}, {@code review} (one case), {@code insights} and
 * {@code account}. Records are public because Thymeleaf compiles expressions only for public types.
 */
@NullMarked
package dev.certpath.web.desk;

import org.jspecify.annotations.NullMarked;
