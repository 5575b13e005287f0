package dev.certpath.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:0:0:0:9",
        "2001:db8:1:2::1, [2001:db8:1:2::7]",
        "fe80::1%eth0, fe80::2%eth1",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void countsAddressesOfOneBlockTogether(String one, String other) {
        assertEquals(ClientNetwork.of(one), ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 192.0.2.2", "::1, 127.0.0.1", "::, ::1:0:0:0:0"})
    void countsOtherAddressesApart(String one, String other) {
        assertNotEquals(ClientNetwork.of(one), ClientNetwork.of(other));
    }

    @Test
    void acceptsAnyTextThatAProxySendsWithoutResolvingIt() {
        assertEquals("host.invalid", ClientNetwork.of("host.invalid"));
        assertEquals("a:b:c:d", ClientNetwork.of("a:b:c:d"));
        assertTrue(ClientNetwork.of("x".repeat(10_000)).length() < 100);
    }
}
