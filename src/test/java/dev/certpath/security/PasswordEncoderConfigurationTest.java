package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** How much a comparison with a password hash computes, of which the time of a failed login consists. */
class PasswordEncoderConfigurationTest {

    private final PasswordEncoder encoder = new PasswordEncoderConfiguration().passwordEncoder();

    /** The hash of an unknown username is a current one. Half as many iterations would take half the time. */
    @Test
    void aMismatchWithAHashOfTheEarlierEncodingTakesAsLongAsWithACurrentOne() {
        var current = encoder.encode("a password");
        var earlier = "{" + PasswordEncoderConfiguration.EARLIER_ENCODING_ID + "}"
                + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("a password");

        double ratio = (double) cpuTimeOfMismatch(earlier) / cpuTimeOfMismatch(current);

        assertThat(ratio).isBetween(0.75, 1.5);
    }

    /** Processor time of this thread, which does not depend on what else runs; the least of several. */
    private long cpuTimeOfMismatch(String hash) {
        var threads = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 4)
                .map(number -> {
                    long start = threads.getCurrentThreadCpuTime();
                    assertThat(encoder.matches("another password " + number, hash))
                            .isFalse();
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
