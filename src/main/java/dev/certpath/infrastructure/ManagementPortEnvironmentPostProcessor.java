package dev.certpath.infrastructure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Opens a port for metrics where {@code CERTPATH_MANAGEMENT_PORT} names one; on this machine alone, unless {@code
 * CERTPATH_MANAGEMENT_ADDRESS} says otherwise. Without a port nothing is measured.
 */
final class ManagementPortEnvironmentPostProcessor implements EnvironmentPostProcessor {

    private static final String EXPOSED = "management.endpoints.web.exposure.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var port = environment.getProperty("CERTPATH_MANAGEMENT_PORT");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "management port", StringUtils.hasText(port) ? open(port, environment) : closed()));
    }

    private static Map<String, Object> open(String port, ConfigurableEnvironment environment) {
        return Map.of(
                "management.server.port",
                port,
                "management.server.address",
                environment.getProperty("CERTPATH_MANAGEMENT_ADDRESS", "127.0.0.1"),
                EXPOSED,
                "health,prometheus");
    }

    private static Map<String, Object> closed() {
        return Map.of("management.defaults.metrics.export.enabled", false, EXPOSED, "health");
    }
}
