package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;

/** Reads the health endpoint and its probes for liveness and readiness. */
final class HealthClient {

    static final String ALL = "/actuator/health";
    static final String ALIVE = "/actuator/health/liveness";
    static final String READY = "/actuator/health/readiness";

    /** A setting with which every disk has too little free space. */
    static final String WITHOUT_FREE_SPACE = "management.health.diskspace.threshold=1000000TB";

    private HealthClient() {}

    static int status(TestApplication site, String address) {
        return site.api().gets(address).status();
    }

    /** Asserts the status code, and that the response has no details. */
    static void expect(TestApplication site, String address, int status) {
        var response = site.api().gets(address);
        assertThat(response.status()).as(address).isEqualTo(status);
        assertThat(response.json().propertyNames()).as("public properties").isSubsetOf("status", "groups");
    }
}
