package dev.certpath.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of an advisor or an admin. Its state changes only by the methods below; rows are inserted by {@link
 * AccountRepository#insert}.
 */
@Entity
@Table(name = "accounts")
public class Account {

    /** The role of an account. */
    public enum Role {
        /** Works on cases. */
        ADVISOR("advisor"),
        /** Works on cases and manages the accounts. */
        ADMIN("admin");

        @EnumeratedValue
        private final String code;

        Role(String code) {
            this.code = code;
        }

        /** The code in the database and in forms. */
        public String code() {
            return code;
        }

        /** Finds the role of a code; empty for an unknown code. */
        public static Optional<Role> fromCode(String code) {
            return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private boolean mustChangePassword;

    private int generation;
    private int passwordVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    /** Replaces the password. Sessions that started with the old one end, and no device is known any more. */
    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
        passwordVersion++;
        generation++;
    }

    /** Replaces the password by a temporary one that has to be changed at the next login. All sessions end. */
    void resetPassword(String newHash) {
        changePassword(newHash);
        mustChangePassword = true;
    }

    /** Ends all sessions of the account. */
    void endSessions() {
        generation++;
    }

    /** Disables the account. All sessions end; enabling it again does not restore them. */
    void disable() {
        enabled = false;
        generation++;
    }

    void enable() {
        enabled = true;
    }

    /** Changes the role to admin. It takes effect at the next login. */
    void promote() {
        role = Role.ADMIN;
    }

    /** Changes the role to advisor. All sessions end, because they still have the authorities of an admin. */
    void demote() {
        role = Role.ADVISOR;
        generation++;
    }

    /** Whether the account can manage accounts. */
    boolean isEnabledAdmin() {
        return enabled && role == Role.ADMIN;
    }

    public String username() {
        return username;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** A number that every change increases which ends the account's sessions. */
    public int generation() {
        return generation;
    }

    /** A number that every new password increases. */
    int passwordVersion() {
        return passwordVersion;
    }

    /** The primary key; every saved account has one. */
    public Long id() {
        return Objects.requireNonNull(id, "The account is not saved");
    }
}
