/**
 * Accounts of advisors and admins: passwords, roles, and temporary locks after wrong passwords.
 *
 * <p>Start with {@link dev.certpath.accounts.AccountService}. It uses no other package of the application.
 */
@NullMarked
package dev.certpath.accounts;

import org.jspecify.annotations.NullMarked;
