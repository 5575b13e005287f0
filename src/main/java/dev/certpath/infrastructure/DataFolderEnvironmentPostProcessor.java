package dev.certpath.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts the embedded database into the folder {@code CERTPATH_DATA}, unless another database is configured. Whoever has
 * the folder is ready for requests only while its disk has room.
 *
 * <p>{@code WRITE_DELAY=0} hands every commit to the operating system before it is acknowledged; H2's default loses the
 * last half second on kill -9. {@code DB_CLOSE_ON_EXIT=FALSE} keeps H2's own shutdown hook from closing the database
 * while requests are still being answered.
 */
final class DataFolderEnvironmentPostProcessor implements EnvironmentPostProcessor {

    /** The property that names the folder, where there is one. */
    static final String FOLDER = "certpath.data-folder";

    /** The property that says how much room is left to the database itself when the folder is nearly full. */
    static final String RESERVE = "management.health.diskspace.threshold";

    private static final String URL = "spring.datasource.url";
    private static final String READY = "management.endpoint.health.group.readiness.include";
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "database", environment.containsProperty(URL) ? elsewhere() : inFolder(environment)));
    }

    private static Map<String, Object> inFolder(ConfigurableEnvironment environment) {
        // H2 refuses a path like "data" that is neither absolute nor starts with a dot.
        var folder = Path.of(environment.getProperty("CERTPATH_DATA", "data"))
                .toAbsolutePath()
                .normalize();
        return Map.of(
                URL,
                "jdbc:h2:file:" + folder.resolve("certpath") + OPTIONS,
                FOLDER,
                folder.toString(),
                "management.health.diskspace.path",
                folder.toString(),
                RESERVE,
                "100MB",
                READY,
                "readinessState,db,diskSpace");
    }

    private static Map<String, Object> elsewhere() {
        return Map.of("management.health.diskspace.enabled", false, READY, "readinessState,db");
    }
}
