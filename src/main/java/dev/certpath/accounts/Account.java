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
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Someone who may come to the desk. It guards its own moves; rows are made by {@link AccountRepository#add}. */
@Entity
@Table(name = "accounts")
public class Account {

    /** What an account may do. */
    public enum Role {
        /** Works on cases. */
        ADVISOR("advisor"),
        /** Works on cases and looks after the accounts. */
        ADMIN("admin");

        @EnumeratedValue
        private final String code;

        Role(String code) {
            this.code = code;
        }

        /** The name it is kept under. */
        public String code() {
            return code;
        }

        /** The role kept under that name, if there is one. */
        public static Optional<Role> of(String code) {
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
    private int failures;
    private @Nullable Instant waitsUntil;
    private int generation;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    /** A wrong password: the next one in a row may make the account wait. */
    void failed(Instant now) {
        failures++;
        waitsUntil = LoginBackoff.after(failures)
                .map(wait -> now.plus(wait).truncatedTo(ChronoUnit.MILLIS))
                .orElse(null);
    }

    /** A right password: what went wrong before is forgotten. */
    void succeeded() {
        failures = 0;
        waitsUntil = null;
    }

    /** Takes another password. Sessions that began with the old one are over. */
    void changePassword(String newHash) {
        passwordHash = newHash;
        mustChangePassword = false;
        generation++;
        succeeded();
    }

    /** Takes a password that an admin hands over, to be changed at the first login. All sessions are over. */
    void resetPassword(String newHash) {
        changePassword(newHash);
        mustChangePassword = true;
    }

    /** Lets nobody in by it. All sessions are over, and stay so when it is enabled again. */
    void disable() {
        enabled = false;
        generation++;
    }

    void enable() {
        enabled = true;
    }

    /** Makes it an admin's, from its next login on. */
    void promote() {
        role = Role.ADMIN;
    }

    /** Makes it an advisor's. All sessions are over, for they began with more. */
    void demote() {
        role = Role.ADVISOR;
        generation++;
    }

    /** Whether it can look after the accounts. */
    boolean isEnabledAdmin() {
        return enabled && role == Role.ADMIN;
    }

    public boolean waitsAt(Instant now) {
        return waitsUntil != null && now.isBefore(waitsUntil);
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

    public int generation() {
        return generation;
    }

    /** Its number; every account that was saved has one. */
    public Long number() {
        return Objects.requireNonNull(id, "not saved yet");
    }
}
