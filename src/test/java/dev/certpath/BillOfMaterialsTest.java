package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The application carries a list of everything it is made of. */
class BillOfMaterialsTest {

    @Test
    void namesWhatItRunsWithAndNothingElse() throws IOException {
        assertThat(parts())
                .anyMatch(part -> part.startsWith("pkg:maven/org.apache.tomcat.embed/tomcat-embed-core@"))
                .anyMatch(part -> part.startsWith("pkg:maven/com.bucket4j/bucket4j_jdk17-core@"))
                .anyMatch(part -> part.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .noneMatch(part -> part.contains("selenium") || part.contains("junit"));
    }

    /** The package address of every part. */
    private static List<String> parts() throws IOException {
        try (var bill = new ClassPathResource("META-INF/sbom/application.cdx.json").getInputStream()) {
            return new JsonMapper()
                    .readTree(bill)
                    .path("components")
                    .valueStream()
                    .map(part -> part.path("purl").asString())
                    .toList();
        }
    }
}
