package dev.certpath.web.desk.login;

/**
 * The login form, which Spring Security handles.
 *
 * @param username the username of the last failed login; empty without one
 */
public record LoginForm(String username) {}
