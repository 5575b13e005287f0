package dev.certpath.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** While students use two instances, another guide comes into force on both, and nobody is told parts of two guides. */
@OnEveryDatabase
class GuideChangeUnderLoadIT {

    private static final String ANSWERS = """
            {"employerCloud":["aws","azure"],"targetIndustry":"retail","roleFocus":"applied-ai","mlBackground":"none"}""";
    private static final int CHANGES = 3;
    private static final int CLIENTS_PER_INSTANCE = 2;

    @TempDir
    private Path folder;

    private final Set<String> faults = ConcurrentHashMap.newKeySet();

    @Test
    void editionReasonsAndExamsOfADocumentAlwaysAgree() throws Exception {
        try (var instances = TwoInstances.in(Files.createTempDirectory(folder, "data"))) {
            change(instances, 3);
            var isOver = new AtomicBoolean();
            var clients = instances.both().stream()
                    .flatMap(site -> Stream.generate(() -> site).limit(CLIENTS_PER_INSTANCE))
                    .map(site -> CompletableFuture.runAsync(() -> {
                        while (!isOver.get()) {
                            check(site);
                        }
                    }))
                    .toList();
            try {
                IntStream.range(0, CHANGES).forEach(number -> change(instances, 4 + number));
            } finally {
                isOver.set(true);
            }
            clients.forEach(CompletableFuture::join);
            assertThat(faults).isEmpty();
        }
    }

    /** Publishes an edition and exams that have its number in every reason and every price, and waits for both instances. */
    private static void change(TwoInstances instances, int edition) {
        var database = new GuideDatabase(instances.one());
        assertThat(database.publishes(GuideDatabase.editionWithReasons("Edition " + edition + ".")))
                .isEqualTo(edition);
        int revision = database.changesExams(GuideDatabase.examsWithPrice(edition));
        assertThat(instances.both())
                .allSatisfy(site -> MailSite.await(() -> {
                    var guide = site.api().gets("/api/v1/guide").json();
                    return guide.get("edition").intValue() == edition
                            && guide.at("/exams/0/priceUsd").intValue() == edition;
                }));
        assertThat(revision).isEqualTo(edition - 1);
    }

    private void check(TestApplication site) {
        for (String path : List.of("/api/v1/preview", "/api/v1/recommendations")) {
            var reply = site.api().posts(path, ANSWERS);
            if (reply.status() >= 300) {
                faults.add(path + " has status " + reply.status());
            } else {
                check(reply.json());
            }
        }
        var guide = site.api().gets("/api/v1/guide").json();
        check(guide.get("edition").intValue(), guide.get("rules").valueStream());
        checkSamePrices(guide.get("exams").valueStream());
    }

    private void check(JsonNode document) {
        check(
                document.get("guideEdition").intValue(),
                document.get("ranking")
                        .valueStream()
                        .flatMap(ranked -> ranked.get("reasons").valueStream()));
        checkSamePrices(Stream.of(document.at("/first/exam"), document.at("/second/exam")));
    }

    private void check(int edition, Stream<JsonNode> reasons) {
        reasons.map(reason -> reason.get("text").stringValue())
                .filter(text -> !text.startsWith("Edition " + edition + "."))
                .forEach(text -> faults.add("edition " + edition + " has the reason: " + text));
    }

    private void checkSamePrices(Stream<JsonNode> exams) {
        var prices =
                exams.map(exam -> exam.get("priceUsd").intValue()).distinct().toList();
        if (prices.size() != 1) {
            faults.add("exams of several revisions: " + prices);
        }
    }
}
