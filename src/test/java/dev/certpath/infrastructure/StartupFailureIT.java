package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start-up with invalid settings fails with a description and an action instead of a stack trace. */
@Tag("process")
class StartupFailureIT {

    @TempDir
    private Path folder;

    @Test
    void describesAnInvalidDataFolder() {
        try (var process = ApplicationProcess.on(folder.resolve("a;b"))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", "The path of the data folder has a semicolon")
                    .contains(folder.resolve("a;b").toString(), "Set CERTPATH_DATA to a path without semicolon.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void describesAMissingTemporaryFolder() {
        var missing = folder.resolve("missing");
        try (var process = ApplicationProcess.on(folder, "-Djava.io.tmpdir=" + missing)) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", "The temporary folder can't be used: " + missing)
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    certpath.url=certs.example.org             | CERTPATH_URL is not the URL of a site: certs.example.org
                    certpath.url=ftp://certs.example.org       | CERTPATH_URL is not the URL of a site: ftp://certs.example.org
                    certpath.url=https://certs.example.org/a   | CERTPATH_URL is not the URL of a site: https://certs.example.org/a
                    certpath.url=https://certs.example.org?a=b | CERTPATH_URL is not the URL of a site: https://certs.example.org?a=b
                    spring.mail.host=localhost certpath.mail.from=certs@example.org | SPRING_MAIL_HOST is set, but CERTPATH_URL is not
                    spring.mail.host=localhost certpath.url=https://certs.example.org | SPRING_MAIL_HOST is set, but CERTPATH_MAIL_FROM is not an e-mail address
                    spring.mail.host=localhost certpath.url=https://certs.example.org certpath.mail.from=nobody@example.org certpath.mail.desk=no-one@ | but CERTPATH_MAIL_DESK is not an e-mail address
                    certpath.passkeys=everybody                | CERTPATH_PASSKEYS has an unknown value: everybody
                    certpath.trusted-proxies=proxy.example     | CERTPATH_TRUSTED_PROXIES has something that is no IP address or network: proxy.example
                    certpath.trusted-proxies=10.0.0.1,10.0.0.0/33 | CERTPATH_TRUSTED_PROXIES has something that is no IP address or network: 10.0.0.0/33
                    """)
    void describesInvalidSettings(String settings, String description) {
        try (var process = ApplicationProcess.on(folder, settings.split(" "))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", description)
                    .doesNotContain("\tat ");
        }
    }
}
