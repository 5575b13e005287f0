package dev.certpath.web.desk.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that sends the requests of the script that adds and presents passkeys. */
final class PasskeyUser {

    static final String PASSKEYS = "/advisor/passkeys";
    static final String SECOND_FACTOR = "/login/passkey";
    static final String LOGIN = "/login/webauthn";
    static final String LOGIN_OPTIONS = "/webauthn/authenticate/options";
    static final String REGISTRATION = "/webauthn/register";
    static final String REGISTRATION_OPTIONS = "/webauthn/register/options";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpBrowser browser;

    /** Takes a browser in which an advisor has presented the password. */
    PasskeyUser(HttpBrowser browser) {
        this.browser = browser;
    }

    /** Creates a passkey for the origin of an application. */
    static SoftwarePasskey newPasskey(TestApplication site) {
        return new SoftwarePasskey(origin(site.address()));
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    HttpBrowser browser() {
        return browser;
    }

    /** Adds a passkey on the page for it. */
    PasskeyUser adds(SoftwarePasskey passkey, String name) {
        assertThat(sendsRegistration(passkey, name)).isEqualTo(200);
        return this;
    }

    /** Presents a passkey on the page that asks for it. */
    PasskeyUser presents(SoftwarePasskey passkey) {
        assertThat(sendsAssertion(passkey)).isEqualTo(204);
        return this;
    }

    /** Sends a new passkey; returns the status of the answer. */
    int sendsRegistration(SoftwarePasskey passkey, String name) {
        var token = browser.opens(PASSKEYS).gets(200).csrfToken();
        return posts(REGISTRATION, passkey.registration(optionsOf(REGISTRATION_OPTIONS, token), name), token);
    }

    /** Sends an answer of a passkey to new options; returns the status of the answer. */
    int sendsAssertion(SoftwarePasskey passkey) {
        var token = opensSecondFactor();
        return posts(LOGIN, passkey.assertion(optionsOf(LOGIN_OPTIONS, token)), token);
    }

    /** Opens the page that asks for a passkey; returns its CSRF token. */
    String opensSecondFactor() {
        return browser.opens(SECOND_FACTOR).isOn(SECOND_FACTOR).gets(200).csrfToken();
    }

    /** Requests options. */
    JsonNode optionsOf(String address, String token) {
        browser.postsJson(address, "", token).gets(200);
        return JSON.readTree(browser.page().response().body());
    }

    /** Posts JSON; returns the status of the answer. */
    int posts(String address, String json, String token) {
        return browser.postsJson(address, json, token).page().status();
    }
}
