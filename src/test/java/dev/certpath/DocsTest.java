package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests, test methods and files that the documents name exist. */
class DocsTest {

    private static final Pattern TEST =
            Pattern.compile("\\b([A-Z][A-Za-z]*(?:Test|IT|Trial))(?:#([a-z][A-Za-z]*))?\\b");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    /** The first cell of a row of asvs.md. */
    private static final Pattern REQUIREMENTS = Pattern.compile("^\\| ([0-9][0-9., to]*) \\|", Pattern.MULTILINE);

    private static final Map<String, String> SOURCES = sources();

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md")),
                    docs.filter(file -> file.toString().endsWith(".md")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyNamedTestExists(Path document) throws IOException {
        assertThat(TEST.matcher(Files.readString(document))
                        .results()
                        .map(test -> missing(test.group(1), test.group(2))))
                .allMatch(String::isEmpty);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkedFileExists(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void securityTableNamesTests() throws IOException {
        long named = TEST.matcher(Files.readString(Path.of("docs/security.md")))
                .results()
                .count();
        assertThat(named).isGreaterThan(40);
    }

    /** The resource has the numbers of the standard's requirements of levels 1 and 2, in its order. */
    @Test
    void everyRequirementOfTheStandardIsAnsweredOnce() throws IOException {
        var requirements = Files.readAllLines(Path.of("src/test/resources/asvs-5.0.0-levels-1-and-2.txt"));
        var answered = REQUIREMENTS
                .matcher(Files.readString(Path.of("docs/asvs.md")))
                .results()
                .flatMap(row -> Stream.of(row.group(1).split(", ")))
                .flatMap(DocsTest::requirements)
                .toList();
        assertThat(answered).containsExactlyInAnyOrderElementsOf(requirements);
    }

    /** Returns the numbers of a range such as {@code 10.4.1 to 10.4.11}, or a single number. */
    private static Stream<String> requirements(String range) {
        var ends = range.split(" to ");
        int dot = ends[0].lastIndexOf('.') + 1;
        int from = Integer.parseInt(ends[0].substring(dot));
        int to = Integer.parseInt(ends[ends.length - 1].substring(dot));
        return IntStream.rangeClosed(from, to).mapToObj(number -> ends[0].substring(0, dot) + number);
    }

    /** Returns the name of a missing test or test method, or an empty text. */
    private static String missing(String test, String method) {
        var source = SOURCES.get(test);
        if (source == null) {
            return test;
        }
        return method == null
                        || Pattern.compile("\\bvoid " + method + "\\(")
                                .matcher(source)
                                .find()
                ? ""
                : test + "#" + method;
    }

    private static Map<String, String> sources() {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), DocsTest::text));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
