package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** While the server stops, incomplete requests get 503 instead of 400. */
class GracefulShutdownTest {

    private static final String MALFORMED = RawHttp.get("/%zz");

    private final TestApplication site = TestApplication.shared();

    @AfterEach
    void acceptTraffic() {
        setReadiness(ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void answersMalformedRequestsWith503WhileStopping() {
        assertThat(RawHttp.send(site, MALFORMED).status()).isEqualTo(400);

        setReadiness(ReadinessState.REFUSING_TRAFFIC);

        var response = RawHttp.send(site, MALFORMED);
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.head()).contains("Retry-After: 10");
    }

    private void setReadiness(ReadinessState state) {
        site.bean(ApplicationAvailabilityBean.class).onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }
}
