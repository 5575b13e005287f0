/**
 * Passkeys as the second factor of the login, with Spring Security's WebAuthn support: the page that asks for one after the
 * password, and the page where advisors add, rename and remove their own.
 *
 * <p>Start with {@link dev.certpath.web.desk.passkey.PasskeyLoginConfigurer}, which {@code security} applies to the filter
 * chain of the desk, and {@link dev.certpath.web.desk.passkey.SecondFactorPolicy}, which decides who needs a passkey.
 */
@NullMarked
package dev.certpath.web.desk.passkey;

import org.jspecify.annotations.NullMarked;
