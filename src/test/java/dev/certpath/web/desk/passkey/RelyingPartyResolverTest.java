package dev.certpath.web.desk.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RelyingPartyResolverTest {

    @ParameterizedTest
    @CsvSource({
        "https://certs.example.org,certs.example.org,https://certs.example.org",
        "https://certs.example.org:8443,certs.example.org,https://certs.example.org:8443",
        "http://localhost:9000,localhost,http://localhost:9000"
    })
    void usesTheConfiguredAddressWhateverTheRequestSays(String url, String id, String origin) {
        assertThat(new RelyingPartyResolver(Optional.of(url)).find(request("http", "evil.example.com", 80)))
                .contains(new RelyingParty(id, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://certs.example.org", "https://192.0.2.7", "https://[2001:db8::1]", "http://127.0.0.1:8080"
            })
    void findsNoneForAConfiguredAddressWherePasskeysDoNotWork(String url) {
        assertThat(new RelyingPartyResolver(Optional.of(url)).find(request("http", "localhost", 8080)))
                .isEmpty();
    }

    @Test
    void usesLocalhostOfTheRequestWithoutConfiguredAddress() {
        var resolver = new RelyingPartyResolver(Optional.empty());
        assertThat(resolver.find(request("http", "localhost", 8080)))
                .contains(new RelyingParty("localhost", "http://localhost:8080"));
        assertThat(resolver.find(request("http", "localhost", 80)))
                .contains(new RelyingParty("localhost", "http://localhost"));
        assertThat(resolver.find(request("https", "localhost", 443)))
                .contains(new RelyingParty("localhost", "https://localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "certs.example.org", "localhost.example.org", "10.0.0.5"})
    void findsNoneForAnotherHostWithoutConfiguredAddress(String host) {
        assertThat(new RelyingPartyResolver(Optional.empty()).find(request("https", host, 443)))
                .isEmpty();
    }

    private static MockHttpServletRequest request(String scheme, String host, int port) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }
}
