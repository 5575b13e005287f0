package dev.certpath;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Passwords as the product keeps them, but hashed once instead of 310,000 times, which takes its time on purpose. Tests
 * of a process of its own have the real thing, and {@code FirstAccountTest} logs in with it.
 */
public final class HastyPasswords {

    private HastyPasswords() {}

    /** Takes the place of the product's encoder. */
    public static PasswordEncoder encoder() {
        return new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }
}
