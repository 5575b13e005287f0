package dev.certpath.accounts;

import java.time.Instant;

/**
 * A passkey in the list of an account's passkeys.
 *
 * @param id the id of the credential
 * @param name the name that its owner gave it
 * @param createdAt when it was added
 * @param lastUsedAt when it was last used; when it was added, if it was not used since
 */
public record Passkey(String id, String name, Instant createdAt, Instant lastUsedAt) {}
