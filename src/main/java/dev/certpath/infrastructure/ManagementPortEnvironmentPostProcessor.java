package dev.certpath.infrastructure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Serves health and Prometheus metrics on the port {@code CERTPATH_MANAGEMENT_PORT}, bound to the loopback interface
 * unless {@code CERTPATH_MANAGEMENT_ADDRESS} is set. Without a management port no metrics are recorded.
 */
final class ManagementPortEnvironmentPostProcessor implements EnvironmentPostProcessor {

    private static final String EXPOSED_ENDPOINTS = "management.endpoints.web.exposure.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var port = environment.getProperty("CERTPATH_MANAGEMENT_PORT");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "management port",
                        StringUtils.hasText(port) ? managementPort(port, environment) : noManagementPort()));
    }

    private static Map<String, Object> managementPort(String port, ConfigurableEnvironment environment) {
        return Map.of(
                "management.server.port",
                port,
                "management.server.address",
                environment.getProperty("CERTPATH_MANAGEMENT_ADDRESS", "127.0.0.1"),
                EXPOSED_ENDPOINTS,
                "health,prometheus");
    }

    private static Map<String, Object> noManagementPort() {
        return Map.of("management.defaults.metrics.export.enabled", false, EXPOSED_ENDPOINTS, "health");
    }
}
