package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;

/** What the server says of itself to those who look after it: whether it lives, and whether it can work. */
final class HealthClient {

    static final String ALL = "/actuator/health";
    static final String ALIVE = "/actuator/health/liveness";
    static final String READY = "/actuator/health/readiness";

    /** The setting with which no disk has room enough. */
    static final String WITHOUT_ROOM = "management.health.diskspace.threshold=1000000TB";

    private HealthClient() {}

    static int status(TestApplication site, String address) {
        return site.api().gets(address).status();
    }

    /** The status, and nothing of how things are inside. */
    static void says(TestApplication site, String address, int status) {
        var reply = site.api().gets(address);
        assertThat(reply.status()).as(address).isEqualTo(status);
        assertThat(reply.json().propertyNames()).as("told to everyone").isSubsetOf("status", "groups");
    }
}
