package dev.certpath.web.desk.passkey;

/**
 * The site as browsers know it when they create and use passkeys: a passkey works for the id it was created for, and only
 * on pages of the origin.
 *
 * @param id the host, a domain name
 * @param origin scheme, host and port, such as {@code https://certs.example.org}
 */
public record RelyingParty(String id, String origin) {}
