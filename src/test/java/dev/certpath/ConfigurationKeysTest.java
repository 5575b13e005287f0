package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.configurationmetadata.Deprecation;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.mock.env.MockEnvironment;

/** The application sets no configuration property that does not exist, which Spring Boot would ignore without a word. */
class ConfigurationKeysTest {

    private static final PathMatchingResourcePatternResolver CLASS_PATH = new PathMatchingResourcePatternResolver();
    private static final Map<String, ConfigurationMetadataProperty> KNOWN = knownProperties();

    static Stream<Resource> configurationFiles() throws IOException {
        return Arrays.stream(CLASS_PATH.getResources("classpath*:application*.yaml"));
    }

    @ParameterizedTest
    @MethodSource("configurationFiles")
    void everyKeyOfAFileExists(Resource file) throws IOException {
        assertThat(keys(new YamlPropertySourceLoader().load(file.getFilename(), file)))
                .isNotEmpty()
                .allMatch(ConfigurationKeysTest::exists);
    }

    @ParameterizedTest
    @CsvSource({"CERTPATH_DATA,data", "CERTPATH_MANAGEMENT_PORT,8081", "spring.datasource.url,jdbc:postgresql:certpath"
    })
    void everyKeySetByTheApplicationExists(String setting, String value) {
        var environment = new MockEnvironment().withProperty(setting, value);
        ownPostProcessors()
                .forEach(processor -> processor.postProcessEnvironment(environment, new SpringApplication()));
        assertThat(keys(environment.getPropertySources().stream().skip(1).toList()))
                .isNotEmpty()
                .allMatch(ConfigurationKeysTest::exists);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port",
                "spring.jpa.properties.hibernate.jdbc.batch_size",
                "logging.level.org.hibernate",
                "spring.web.resources.static-locations[0]",
                "certpath.guide.exams"
            })
    void existingKeyIsAccepted(String key) {
        assertThat(exists(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.mvc.locale", // removed: its metadata has a deprecation of level error
                "spring.web.locales",
                "server.port.number",
                "certpath.guide.exam"
            })
    void missingKeyIsRejected(String key) {
        assertThat(exists(key)).isFalse();
    }

    @Test
    void metadataOfSpringBootIsFound() {
        assertThat(KNOWN).hasSizeGreaterThan(500);
    }

    private static Stream<EnvironmentPostProcessor> ownPostProcessors() {
        // Processors of Spring Boot whose constructors need more are left out.
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(EnvironmentPostProcessor.class, FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .filter(processor -> processor.getClass().getName().startsWith("dev.certpath."));
    }

    private static List<String> keys(List<PropertySource<?>> sources) {
        return sources.stream()
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames()))
                .toList();
    }

    private static boolean exists(String key) {
        var name = key.replaceAll("\\[\\d+]$", "");
        return isUsable(KNOWN.get(name)) || KNOWN.values().stream().anyMatch(map -> isEntry(name, map));
    }

    private static boolean isUsable(ConfigurationMetadataProperty property) {
        return property != null
                && (property.getDeprecation() == null
                        || property.getDeprecation().getLevel() != Deprecation.Level.ERROR);
    }

    /** Whether a key belongs to a property that is a map, whose keys can be anything. */
    private static boolean isEntry(String key, ConfigurationMetadataProperty map) {
        return map.getType() != null
                && map.getType().matches("java\\.util\\.(Map<.*|Properties)")
                && key.startsWith(map.getId() + ".")
                && isUsable(map);
    }

    private static Map<String, ConfigurationMetadataProperty> knownProperties() {
        try {
            var builder = ConfigurationMetadataRepositoryJsonBuilder.create();
            for (var file : CLASS_PATH.getResources("classpath*:META-INF/*spring-configuration-metadata.json")) {
                try (var content = file.getInputStream()) {
                    builder.withJsonResource(content);
                }
            }
            return builder.build().getAllProperties();
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
