/**
 * Accounts of advisors and admins: passwords, roles, limits for guessing, and what was done to accounts.
 *
 * <p>Start with {@link dev.certpath.accounts.AccountService} and {@link dev.certpath.accounts.LoginAttempts}.
 */
@NullMarked
package dev.certpath.accounts;

import org.jspecify.annotations.NullMarked;
