/**
 * Pages for accounts: admins manage the accounts of others, and advisors change their own password.
 *
 * <p>Start with {@code AccountController} and {@code PasswordController}.
 */
@NullMarked
package dev.certpath.web.desk.account;

import org.jspecify.annotations.NullMarked;
