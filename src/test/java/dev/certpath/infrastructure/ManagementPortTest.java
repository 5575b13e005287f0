package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The management port serves health and metrics only. */
@TestInstance(Lifecycle.PER_CLASS)
class ManagementPortTest {

    private static final String METRICS = "/actuator/prometheus";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};

    private TestApplication site;
    private ApiClient managementClient;

    @BeforeAll
    void start(@TempDir Path folder) {
        site = TestApplication.on(folder, "CERTPATH_MANAGEMENT_PORT=0");
        managementClient = new ApiClient(URI.create("http://localhost:" + port()));
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void servesNoMetricsWithoutAManagementPort() {
        assertThat(TestApplication.shared().api().gets(METRICS).status()).isEqualTo(404);
        assertThat(TestApplication.shared().bean(Environment.class).getProperty("local.management.port"))
                .as("a second port")
                .isIn(null, Integer.toString(TestApplication.shared().port()));
    }

    @Test
    void servesNoMetricsOnThePublicPort() {
        assertThat(site.api().gets(METRICS).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void servesHealthOnBothPorts(String address) {
        assertThat(managementClient.gets(address).status()).isEqualTo(200);
        assertThat(site.api().gets(address).json())
                .isEqualTo(managementClient.gets(address).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/guide",
                "/login",
                "/advisor",
                "/assets/css/student.css",
                "/api/v1/guide",
                "/v3/api-docs",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health/db"
            })
    void servesNothingElseOnTheManagementPort(String address) {
        var reply = managementClient.gets(address);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void rejectsLoginOnTheManagementPort() {
        var form = "username=admin&password=" + TestApplication.ADMIN_PASSWORD;
        var reply = managementClient.sends(
                "POST", "/login", BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @Test
    void bindsTheManagementPortToTheLoopbackAddress() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs a second address of this machine");
        assertThat(canConnect("127.0.0.2", site.port())).as("the public port").isTrue();
        assertThat(canConnect("127.0.0.2", port())).isFalse();
        assertThat(canConnect("127.0.0.1", port())).isTrue();
    }

    @Test
    void metricsHaveUrlPatternsAndNoPersonalData() {
        var student = site.student()
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                        + "&mlBackground=expert")
                .presses("Get my recommendation")
                .gets(200);
        var address = student.page().address();
        student.types("Your name (optional)", "Xanthippe")
                .types("Your e-mail (optional)", "xanthippe@example.com")
                .presses("Ask an advisor");
        site.api().gets("/api/v1" + address);
        site.api().gets("/advisor/cases/plantedcase");
        site.api().gets("/plantedaddress?q=plantedquery");
        site.api().sends("POST", "/login", BodyPublishers.ofString("username=planteduser"), FORM);

        var metrics = managementClient.gets(METRICS);
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count", "uri=\"/recommendations/{id}\"", "hikaricp_connections")
                .contains("uri=\"/recommendations\"", "jvm_memory_used_bytes", "process_cpu_usage")
                .as("metrics of the security filters")
                .doesNotContain("spring_security")
                .doesNotContainIgnoringCase(address.substring(address.lastIndexOf('/') + 1), "planted", "xanthippe");
    }

    private int port() {
        return site.bean(Environment.class).getRequiredProperty("local.management.port", Integer.class);
    }

    private static boolean canConnect(String address, int port) throws IOException {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
