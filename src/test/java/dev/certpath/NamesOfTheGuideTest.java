package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions and tracks are data: no source names one, in code, templates, messages, styles or scripts. */
class NamesOfTheGuideTest {

    private static final Path MAIN = Path.of("src/main");

    /** The guide itself, and migrations, which never change: the first ones have columns for the first questions. */
    private static final List<Path> MAY_NAME_THEM = List.of(
            MAIN.resolve("resources/guide"), MAIN.resolve("resources/db/migration"), MAIN.resolve("java/db/migration"));

    private static final Guide GUIDE = GuideYaml.published().read();

    private static final List<Pattern> NAMES = Stream.concat(
                    GUIDE.questions().stream().flatMap(NamesOfTheGuideTest::patterns),
                    GUIDE.tracks().stream()
                            .flatMap(track -> Stream.of(track.code(), track.name(), track.provider()))
                            .map(name -> wholeWord(Pattern.quote(name))))
            .toList();

    static Stream<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> MAY_NAME_THEM.stream().noneMatch(file::startsWith))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sourceNamesNoQuestionAndNoTrack(Path source) throws IOException {
        assertThat(names(Files.readString(source))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "question(\"targetIndustry\")",
                "private String roleFocus;",
                "Case_.ML_BACKGROUND",
                "select employer_cloud from cases",
                "href=\"/questionnaire/target-industry\"",
                "What is your target industry?",
                "new Filter(\"industry\")",
                "queue.filter.role=Role",
                ".aws { color: red }",
                "<td>AWS</td>",
                "as Amazon Web Services says"
            })
    void nameIsReported(String source) {
        assertThat(names(source)).isNotEmpty();
    }

    @Test
    void otherWordsAreNotReported() {
        assertThat(names("<p role=\"alert\">laws</p> background: red; accounts.change.role=Role of {0}"))
                .isEmpty();
    }

    private static List<String> names(String source) {
        return NAMES.stream()
                .flatMap(name -> name.matcher(source).results())
                .map(found -> found.group().strip())
                .toList();
    }

    /** The code as a name of any kind, such as a variable or column, and the filter as a text or key of a message. */
    private static Stream<Pattern> patterns(Question question) {
        return Stream.of(
                wholeWord(question.code().replace("-", "[-_ ]?")),
                wholeWord(question.parameter()),
                Pattern.compile("(?<!=)\"" + question.filter() + "\""),
                Pattern.compile("(?m)^(queue|export|insights)[a-z.-]*\\." + question.filter() + "="));
    }

    private static Pattern wholeWord(String regex) {
        return Pattern.compile("(?<![a-z])" + regex + "(?![a-z])", Pattern.CASE_INSENSITIVE);
    }
}
