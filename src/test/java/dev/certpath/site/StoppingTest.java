package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Site;
import dev.certpath.Wire;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** What breaks off because we stop is not its sender's fault. */
class StoppingTest {

    private static final String BROKEN = Wire.get("/%zz");

    @Test
    void whatCanNotBeReadAnyMoreMayBeSentAgain(@TempDir Path folder) {
        try (var site = Site.on(folder)) {
            assertThat(Wire.send(site, BROKEN).status()).isEqualTo(400);

            site.part(ApplicationAvailabilityBean.class)
                    .onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));

            var refusal = Wire.send(site, BROKEN);
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.head()).contains("Retry-After: 10");
        }
    }
}
