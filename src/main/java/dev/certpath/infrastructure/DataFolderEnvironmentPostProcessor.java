package dev.certpath.infrastructure;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Configures the embedded database in the folder {@code CERTPATH_DATA}, unless another database is configured. With the
 * embedded database, the application is ready for requests only while the folder's disk has free space.
 *
 * <p>{@code WRITE_DELAY=0} writes every commit to the operating system before it is acknowledged; with H2's default, the
 * commits of the last half second are lost on kill -9. {@code DB_CLOSE_ON_EXIT=FALSE} keeps H2's own shutdown hook from
 * closing the database while requests are still being answered. {@code TRACE_LEVEL_FILE=0} keeps H2 from writing failed
 * statements, with their values, to a file that others can read.
 */
final class DataFolderEnvironmentPostProcessor implements EnvironmentPostProcessor {

    /** The property with the absolute path of the data folder; absent if another database is configured. */
    static final String FOLDER = "certpath.data-folder";

    /** The property with the disk space that is reserved for the database itself. */
    static final String RESERVE = "management.health.diskspace.threshold";

    private static final String URL = "spring.datasource.url";

    /**
     * Migrations get connections of their own, after which H2 closes the database. Otherwise the check constraints that they
     * create fail as soon as the connection that created them is closed, which a pool does after half an hour.
     */
    private static final String MIGRATION_URL = "spring.flyway.url";

    private static final String READINESS_INDICATORS = "management.endpoint.health.group.readiness.include";
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "database",
                        environment.containsProperty(URL) ? externalDatabase() : embeddedDatabase(environment)));
    }

    private static Map<String, Object> embeddedDatabase(ConfigurableEnvironment environment) {
        // H2 rejects relative paths that don't start with a dot, such as "data".
        var folder = Path.of(environment.getProperty("CERTPATH_DATA", "data"))
                .toAbsolutePath()
                .normalize();
        if (folder.toString().contains(";")) { // starts the options in H2's URL
            throw new InvalidDataFolderException(folder);
        }
        var url = "jdbc:h2:file:" + folder.resolve("certpath") + OPTIONS;
        return Map.of(
                URL,
                url,
                MIGRATION_URL,
                url,
                FOLDER,
                folder.toString(),
                "management.health.diskspace.path",
                folder.toString(),
                RESERVE,
                "100MB",
                READINESS_INDICATORS,
                "readinessState,db,diskSpace");
    }

    private static Map<String, Object> externalDatabase() {
        return Map.of("management.health.diskspace.enabled", false, READINESS_INDICATORS, "readinessState,db");
    }
}
