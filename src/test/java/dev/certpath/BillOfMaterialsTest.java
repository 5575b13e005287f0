package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The application contains a software bill of materials (CycloneDX). */
class BillOfMaterialsTest {

    @Test
    void listsRuntimeDependenciesOnly() throws IOException {
        assertThat(components())
                .anyMatch(component -> component.startsWith("pkg:maven/org.apache.tomcat.embed/tomcat-embed-core@"))
                .anyMatch(component -> component.startsWith("pkg:maven/com.bucket4j/bucket4j_jdk17-core@"))
                .anyMatch(component -> component.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .noneMatch(component -> component.contains("selenium") || component.contains("junit"));
    }

    /** The package URL of every component. */
    private static List<String> components() throws IOException {
        try (var bill = new ClassPathResource("META-INF/sbom/application.cdx.json").getInputStream()) {
            return new JsonMapper()
                    .readTree(bill)
                    .path("components")
                    .valueStream()
                    .map(component -> component.path("purl").asString())
                    .toList();
        }
    }
}
