package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.security.AccessRules.Access;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has a passkey and has presented the password alone is sent to the page that asks for the passkey, from every URL
 * of the desk. {@link AccessRulesTest} asserts that the rules have all of them.
 */
class SecondFactorAccessTest {

    private static final String SECOND_FACTOR = "/login/passkey";

    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void everyUrlOfTheDeskLeadsToTheSecondFactor() {
        var urls = patterns(Access.ADVISORS, Access.ADMINS, Access.ADVISORS_WITHOUT_PASSKEY)
                .map(pattern -> withValues(pattern, desk.caseOf("aws").id()))
                .toList();
        assertThat(urls).hasSizeGreaterThan(8);
        for (String name : List.of(desk.newAdvisor(), desk.newAdmin())) {
            addPasskey(name);
            var browser = desk.logsIn(name).isOn(SECOND_FACTOR);
            var token = browser.csrfToken();
            assertThat(urls).allSatisfy(url -> {
                assertLeadsToSecondFactor(browser.postsWithoutRedirect(url, Map.of("_csrf", token)), url);
                assertLeadsToSecondFactor(browser.postsJson(url, "{}", token), url);
                browser.opens(url).isOn(SECOND_FACTOR);
            });
        }
    }

    @Test
    void everyUrlOfTheDeskRequiresALogin() {
        var urls = Stream.of(Access.values())
                .filter(access -> access != Access.PUBLIC && access != Access.ANONYMOUS_WITH_SESSION)
                .flatMap(this::patterns)
                .map(pattern -> withValues(pattern, "7q4kx2m9pa7q4kx2m9pa7q4kx2"));
        assertThat(urls).allSatisfy(url -> desk.browser().opens(url).isOn("/login"));
    }

    @Test
    void onlyTheUrlsOfTheSecondFactorItselfAreOpen() {
        assertThat(patterns(Access.ADVISORS_WITH_PASSWORD))
                .containsExactlyInAnyOrder(SECOND_FACTOR, "/login/webauthn", "/webauthn/authenticate/options");
    }

    private static String withValues(String pattern, String id) {
        return pattern.replace("{id}", id).replace("{code}", "PMLE").replace("{number}", "1");
    }

    private Stream<String> patterns(Access... access) {
        return Stream.of(AccessRules.patternsFor(access));
    }

    private static void assertLeadsToSecondFactor(HttpBrowser browser, String url) {
        browser.gets(303);
        assertThat(browser.header("Location")).as(url).isEqualTo(SECOND_FACTOR);
    }

    /** Adds a passkey that nobody can present. */
    private void addPasskey(String username) {
        var database = desk.bean(JdbcClient.class);
        database.sql("insert into user_entities (id, name, display_name) values (:name, :name, :name)")
                .param("name", username)
                .update();
        database.sql("""
                        insert into user_credentials (credential_id, user_entity_user_id, public_key, signature_count,
                          uv_initialized, backup_eligible, authenticator_transports, public_key_credential_type,
                          backup_state, attestation_object, attestation_client_data_json, created, last_used, label)
                        values (:name, :name, :bytes, 0, true, false, '', 'public-key', false, :bytes, :bytes,
                          current_timestamp, current_timestamp, 'Laptop')""").param("name", username).param("bytes", new byte[] {1}).update();
    }
}
