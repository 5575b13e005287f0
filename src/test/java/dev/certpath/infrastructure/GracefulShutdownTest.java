package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** What breaks off because we stop is not its sender's fault. */
class GracefulShutdownTest {

    private static final String BROKEN = RawHttp.get("/%zz");

    private final TestApplication site = TestApplication.shared();

    @AfterEach
    void goesOn() {
        turns(ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void whatCanNotBeReadAnyMoreMayBeSentAgain() {
        assertThat(RawHttp.send(site, BROKEN).status()).isEqualTo(400);

        turns(ReadinessState.REFUSING_TRAFFIC);

        var refusal = RawHttp.send(site, BROKEN);
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.head()).contains("Retry-After: 10");
    }

    private void turns(ReadinessState state) {
        site.bean(ApplicationAvailabilityBean.class).onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }
}
