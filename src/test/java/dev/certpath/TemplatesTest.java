package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of pages and mails contain no unescaped or preprocessed expressions, inline styles or inline scripts. */
class TemplatesTest {

    private static final List<Path> TEMPLATES =
            List.of(Path.of("src/main/resources/templates"), Path.of("src/main/resources/mail"));

    /** A forbidden attribute in the value of {@code th:attr}, {@code th:attrappend} and the like. */
    private static final Pattern SETS_STYLE_OR_SCRIPT = Pattern.compile("(^|,)\\s*(style|on[a-z]+)\\s*=");

    /** An expression whose result is an expression itself, except the names of fields and forms, which are in the code. */
    private static final Pattern PREPROCESSED = Pattern.compile("__\\$\\{(?!(field|submittedForm|submittedAction)}__)");

    static Stream<Path> templates() throws IOException {
        var templates = new ArrayList<Path>();
        for (Path folder : TEMPLATES) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".html")).forEach(templates::add);
            }
        }
        return templates.stream();
    }

    @Test
    void templatesAreFound() throws IOException {
        assertThat(templates()).hasSizeGreaterThan(5).anyMatch(template -> template.endsWith("mail/student.html"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoViolations(Path template) throws IOException {
        assertThat(violations(template.toString(), Files.readString(template))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${x}\">x</p>",
                "<p data-th-utext=\"${x}\">x</p>",
                "<p>[(${x})]</p>",
                "<p th:text=\"${__${x}__}\">x</p>",
                "<a th:href=\"@{/x(y=__${z}__)}\">x</a>",
                "<p style=\"color: red\">x</p>",
                "<p th:style=\"${x}\">x</p>",
                "<p th:attr=\"title=${x}, style=${y}\">x</p>",
                "<p th:attrappend=\"onclick=${x}\">x</p>",
                "<button onclick=\"go()\">x</button>",
                "<button th:onclick=\"|go()|\">x</button>",
                "<a href=\"javascript:go()\">x</a>",
                "<style>p { color: red }</style>",
                "<script>go()</script>",
                "<div th:fragment=\"f\"><script th:inline=\"javascript\">go()</script></div>"
            })
    void violationIsReportedWithItsLine(String template) {
        assertThat(violations("it.html", "<!doctype html>\n<body>\n" + template + "\n</body>"))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("it.html:3: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${x}\">x</p>",
                "<input th:field=\"*{__${field}__}\">",
                "<p>[[${x}]] (not [so])</p>",
                "<script defer th:src=\"@{/assets/js/certpath.js}\"></script>",
                "<!--/* th:utext is forbidden */-->"
            })
    void allowedTemplateHasNoViolations(String template) {
        assertThat(violations("it.html", template)).isEmpty();
    }

    @Test
    void scriptsInsertNoMarkupAndStoreNothingAboutStudents() throws IOException {
        try (var scripts = Files.walk(Path.of("src/main/resources/static/js"))) {
            assertThat(scripts.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(script)
                            .content()
                            .doesNotContainPattern(
                                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|Function\\(")
                            .doesNotContainPattern("sessionStorage|indexedDB|document\\.cookie"));
        }
        try (var scripts = Files.walk(Path.of("src/main/resources/static/js"))) {
            assertThat(scripts.filter(Files::isRegularFile).filter(script -> !script.endsWith("desk.js")))
                    .isNotEmpty()
                    .allSatisfy(script -> assertThat(script).content().doesNotContain("localStorage"));
        }
    }

    private static Stream<String> violations(String file, String template) {
        var parser = Parser.xmlParser().setTrackPosition(true); // without the corrections of the HTML parser
        return Jsoup.parse(template, "", parser)
                .nodeStream()
                .flatMap(node -> violations(node)
                        .map(violation ->
                                file + ":" + node.sourceRange().start().lineNumber() + ": " + violation));
    }

    private static Stream<String> violations(Node node) {
        if (node instanceof TextNode text) {
            return Stream.of(text.getWholeText())
                    .filter(content -> content.contains("[("))
                    .map(content -> "unescaped [( )]");
        }
        if (!(node instanceof Element element)) {
            return Stream.of();
        }
        return Stream.concat(
                Stream.of(element).filter(TemplatesTest::isInline).map(inline -> "inline " + inline.tagName()),
                element.attributes().asList().stream()
                        .filter(TemplatesTest::isForbidden)
                        .map(attribute -> attribute.getKey() + "=\"" + attribute.getValue() + '"'));
    }

    private static boolean isInline(Element element) {
        return element.tagName().equals("style")
                || element.tagName().equals("script") && !element.hasAttr("src") && !element.hasAttr("th:src");
    }

    private static boolean isForbidden(Attribute attribute) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT).replaceFirst("^(data-th-|th:)", "");
        return name.equals("utext")
                || PREPROCESSED.matcher(attribute.getValue()).find()
                || name.equals("style")
                || name.equals("styleappend")
                || name.startsWith("on")
                || name.startsWith("attr")
                        && SETS_STYLE_OR_SCRIPT.matcher(attribute.getValue()).find()
                || attribute.getValue().strip().startsWith("javascript:");
    }
}
