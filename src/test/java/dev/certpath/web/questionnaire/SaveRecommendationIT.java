package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Saving a recommendation, also when the form is submitted several times. */
@OnEveryDatabase
class SaveRecommendationIT {

    private static final String CHECK =
            "/questionnaire/check?employerCloud=azure&targetIndustry=healthcare&roleFocus=applied-ai&mlBackground=none";
    private static final int SENDERS = 4;
    private static final String BUTTON = "Get my recommendation";

    private final TestApplication site = TestApplication.shared();
    private final HttpBrowser student = site.student();
    private final int before = site.caseCount();

    @Test
    void redirectsWith303AfterSaving() {
        student.opens(CHECK).presses(BUTTON).gets(200);
        var statuses =
                student.responses().stream().map(answer -> answer.statusCode()).toList();
        assertThat(statuses).containsExactly(200, 303, 200);
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void savesOnceWhenSubmittedTwice() {
        var check = student.opens(CHECK).page();
        var first = student.presses(BUTTON).page().address();
        var second = student.returnsTo(check).presses(BUTTON).page().address();
        assertThat(second).isEqualTo(first);
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void savesSameAnswersAgainFromNewPage() {
        var first = student.opens(CHECK).presses(BUTTON).page().address();
        var second = student.opens(CHECK).presses(BUTTON).page().address();
        assertThat(second).isNotEqualTo(first);
        assertThat(site.caseCount()).isEqualTo(before + 2);
    }

    @Test
    void rejectsAnswersInQuery() {
        var address = CHECK.replace("/questionnaire/check", "/recommendations");
        student.posts(address, Map.of()).gets(400);
        student.posts(address, form("retail", "")).gets(400);
        assertThat(site.caseCount()).isEqualTo(before);
    }

    @Test
    void showsCheckPageWhenKeyWasUsedWithOtherAnswers() {
        var key = UUID.randomUUID().toString();
        student.posts("/recommendations", form("retail", key)).gets(200);
        student.posts("/recommendations", form("media", key))
                .gets(422)
                .seesHeading("Check your answers")
                .sees("Your answers changed since this page was sent", "Media");
        assertThat(site.caseCount()).isEqualTo(before + 1);
        student.presses(BUTTON).gets(200).sees("Media");
        assertThat(site.caseCount()).isEqualTo(before + 2);
    }

    @RepeatedTest(3)
    void savesOnceWhenSubmittedConcurrently() {
        var addresses = sentAtTheSameMoment(form("energy", UUID.randomUUID().toString()));
        assertThat(addresses).allMatch(address -> address.matches("/recommendations/[0-9a-z]{26}"));
        assertThat(addresses.stream().distinct()).hasSize(1);
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void doesNotLogKeys() {
        var key = UUID.randomUUID().toString();
        var log = LogCapture.during(() -> {
            sentAtTheSameMoment(form("education", key));
            student.posts("/recommendations", form("media", key)).gets(422);
        });
        assertThat(log.lines()).noneMatch(line -> line.contains(key));
    }

    @Test
    void savesFormWithoutKey() {
        student.posts("/recommendations", form("logistics", "")).gets(200).sees("Logistics");
        assertThat(site.caseCount()).isEqualTo(before + 1);
    }

    @Test
    void answersUnknownRecommendationWith404() {
        student.opens("/recommendations/" + "0".repeat(26)).gets(404).seesHeading("Page not found");
        student.opens("/recommendations/" + "0".repeat(26) + "/plan.ics").gets(404);
    }

    private static Map<String, List<String>> form(String industry, String key) {
        var form = new HashMap<String, List<String>>();
        form.put("employerCloud", List.of("aws"));
        form.put("targetIndustry", List.of(industry));
        form.put("roleFocus", List.of("mlops"));
        form.put("mlBackground", List.of("expert"));
        if (!key.isEmpty()) {
            form.put("idempotencyKey", List.of(key));
        }
        return form;
    }

    private List<String> sentAtTheSameMoment(Map<String, List<String>> form) {
        var ready = new CountDownLatch(SENDERS);
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(() -> sent(form, ready), threads))
                    .limit(SENDERS)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    /** Waits until everyone is ready, then sends, and tells where that led. */
    private String sent(Map<String, List<String>> form, CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
        return site.student().posts("/recommendations", form).page().address();
    }
}
