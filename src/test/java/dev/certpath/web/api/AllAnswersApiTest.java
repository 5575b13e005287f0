package dev.certpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.guide.ReferenceExamCalendar.ExpectedExam;
import dev.certpath.recommend.AnswerSet;
import dev.certpath.recommend.ReferenceRecommender;
import dev.certpath.recommend.ReferenceRecommender.ExpectedChange;
import dev.certpath.recommend.ReferenceRecommender.ExpectedWhatIf;
import dev.certpath.recommend.ReferenceRecommender.ReferenceRule;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The response for every combination of answers, compared with the reference implementation. */
class AllAnswersApiTest {

    private static final int COMBINATIONS = (2 + 31) * (13 + 1) * (6 + 1) * 4;
    private static final int THREADS = 4;

    private static final JsonMapper JSON = new JsonMapper();
    private static final ReferenceRecommender ORACLE = new ReferenceRecommender();

    private final URI address = TestApplication.shared().address().resolve("/api/v1/preview");

    @Test
    void recommendsAsReferenceForEveryCombination() {
        var students = AnswerSet.allCombinations();
        assertThat(students).hasSize(COMBINATIONS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var shares = IntStream.range(0, THREADS)
                    .mapToObj(share -> CompletableFuture.supplyAsync(() -> checked(students, share), threads))
                    .toList();
            assertThat(shares.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(COMBINATIONS);
        } finally {
            threads.shutdown();
        }
    }

    /** Checks one of every so many students, as many as there are threads. */
    private int checked(List<AnswerSet> students, int from) {
        int checked = 0;
        for (int place = from; place < students.size(); place += THREADS) {
            check(students.get(place));
            checked++;
        }
        return checked;
    }

    private void check(AnswerSet student) {
        new PreviewCheck(student, JSON.readTree(preview(student))).check();
    }

    /** By the simplest client there is: others have a thread for everything, and take more time than the answer. */
    private byte[] preview(AnswerSet student) {
        try {
            var request = (HttpURLConnection) address.toURL().openConnection();
            request.setReadTimeout(60_000);
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "application/json");
            request.getOutputStream().write(JSON.writeValueAsBytes(RequestBodies.of(student)));
            assertThat(request.getResponseCode()).as("status for %s", student).isEqualTo(200);
            return request.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Compares the document that was answered with the one that the rules require. */
    private record PreviewCheck(AnswerSet student, JsonNode document) {

        private void check() {
            assertThat(document.get("answers")).isEqualTo(RequestBodies.of(student));
            assertThat(text(document, "asOf")).isEqualTo(TestApplication.TODAY.toString());
            assertThat(document.propertyNames())
                    .contains("asOf", "guideEdition", "answers", "first", "second", "firmness", "ranking")
                    .contains("whatIf", "unknown")
                    .doesNotContain("id", "reference", "url");
            ranking();
            assertThat(text(document.get("first"), "track")).isEqualTo(ORACLE.first(student));
            var second = ORACLE.second(student);
            assertThat(text(document.get("second"), "track")).isEqualTo(second.track());
            assertThat(text(document.get("second"), "why")).isEqualTo(second.why());
            exam(document.get("first"));
            exam(document.get("second"));
            firmness(document.get("firmness"));
            whatIf();
            unknown();
        }

        private void ranking() {
            assertThat(all(document, "ranking"))
                    .extracting(ranked -> text(ranked, "track"))
                    .isEqualTo(ORACLE.ranking(student));
            for (JsonNode ranked : document.get("ranking")) {
                var track = text(ranked, "track");
                assertThat(number(ranked, "points"))
                        .isEqualTo(ORACLE.totals(student).get(track));
                assertThat(all(ranked, "reasons"))
                        .extracting(
                                reason -> text(reason, "rule"),
                                reason -> number(reason, "points"),
                                reason -> text(reason, "question"))
                        .containsExactlyElementsOf(ORACLE.reasons(student, track).stream()
                                .map(rule -> tuple(rule.code(), rule.points(), question(rule)))
                                .toList());
            }
        }

        private void exam(JsonNode place) {
            ExpectedExam expected = ORACLE.exam(text(place, "track"), TestApplication.TODAY);
            var exam = place.get("exam");
            assertThat(text(exam, "code")).isEqualTo(expected.code());
            assertThat(text(exam, "replaces")).isEqualTo(expected.replaces());
            var next = exam.get("next");
            assertThat(next.isNull()).isEqualTo(expected.next() == null);
            if (!next.isNull()) {
                assertThat(text(next, "code")).isEqualTo(expected.next());
                assertThat(text(next, "opens")).isEqualTo(String.valueOf(expected.nextOpens()));
            }
        }

        private void firmness(JsonNode firmness) {
            assertThat(text(firmness, "level")).isEqualTo(ORACLE.level(student));
            assertThat(number(firmness, "lead")).isEqualTo(ORACLE.lead(student));
            assertThat(text(firmness, "brokenBy")).isEqualTo(ORACLE.brokenBy(student));
            assertThat((long) number(firmness, "holds")).isEqualTo(ORACLE.holds(student));
            assertThat((long) number(firmness, "of")).isEqualTo(ORACLE.of(student));
            assertThat(texts(firmness, "hangsOn")).isEqualTo(ORACLE.hangsOn(student));
        }

        private void whatIf() {
            assertThat(all(document, "whatIf"))
                    .map(alternative -> new ExpectedWhatIf(
                            text(alternative, "track"),
                            all(alternative, "changes").stream()
                                    .map(change -> new ExpectedChange(text(change, "question"), texts(change, "to")))
                                    .toList()))
                    .isEqualTo(ORACLE.whatIf(student));
        }

        private void unknown() {
            var unknown = document.get("unknown");
            assertThat(unknown.isNull()).isEqualTo(student.unknownQuestions().isEmpty());
            if (!unknown.isNull()) {
                assertThat(texts(unknown, "possibleFirsts")).isEqualTo(ORACLE.possibleFirsts(student));
                assertThat(text(unknown, "findOut")).isEqualTo(ORACLE.findOut(student));
            }
        }

        private static @Nullable String question(ReferenceRule rule) {
            return rule.question().isEmpty() ? null : rule.question();
        }

        private static @Nullable String text(JsonNode node, String field) {
            var value = node.get(field);
            return value.isNull() ? null : value.stringValue();
        }

        private static int number(JsonNode node, String field) {
            return node.get(field).intValue();
        }

        private static List<JsonNode> all(JsonNode node, String field) {
            return node.get(field).valueStream().toList();
        }

        private static List<String> texts(JsonNode node, String field) {
            return Stream.of(node.get(field))
                    .flatMap(JsonNode::valueStream)
                    .map(JsonNode::stringValue)
                    .toList();
        }
    }
}
