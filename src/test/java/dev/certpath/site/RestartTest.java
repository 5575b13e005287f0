package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Database;
import dev.certpath.OnEveryDatabase;
import dev.certpath.PerDatabase;
import dev.certpath.Site;
import dev.certpath.Someone;
import dev.certpath.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was there before a restart is there after it, as it was. */
@OnEveryDatabase
class RestartTest {

    private static final PerDatabase<Restarted> RESTARTED = new PerDatabase<>(RestartTest::restart);

    @TempDir
    private static Path folder;

    private final Restarted restarted = RESTARTED.get();

    /** A site that was restarted, and what there was before. */
    private record Restarted(Site site, Before before) {}

    /** Someone who was logged in, and what was found at the address of a recommendation. */
    private record Before(Visitor advisor, String address, Found found) {}

    /** What is found at the addresses of one recommendation. */
    private record Found(String page, String document, String calendar) {}

    private static Restarted restart() {
        var data = folder.resolve(Database.current().name());
        var before = before(data);
        return new Restarted(Site.on(data), before);
    }

    private static Before before(Path data) {
        try (var site = Site.on(data)) {
            var address = site.student()
                    .opens(Someone.who(told -> told.firmness().lead() == 0).checkPage())
                    .presses("Get my recommendation")
                    .gets(200)
                    .page()
                    .address();
            return new Before(site.advisor().opens("/advisor").isOn("/advisor"), address, found(site, address));
        }
    }

    @AfterAll
    static void stops() {
        RESTARTED.all().forEach(restarted -> restarted.site().close());
    }

    @Test
    void aRecommendationIsTheSamePageAndTheSameDocumentAfterARestart() {
        assertThat(found(restarted.site(), restarted.before().address()))
                .isEqualTo(restarted.before().found());
        assertThat(restarted.site().kept()).isEqualTo(1);
    }

    @Test
    void aLoginHoldsAfterARestart() {
        restarted
                .before()
                .advisor()
                .turnsTo(restarted.site())
                .opens("/advisor")
                .isOn("/advisor")
                .sees("Log out admin");
    }

    private static Found found(Site site, String address) {
        var page = site.student().opens(address).gets(200).page();
        return new Found(
                site.withoutItsAddress(page.html().select("main").html()),
                told(site, "/api/v1" + address),
                told(site, address + "/plan.ics"));
    }

    private static String told(Site site, String address) {
        return site.withoutItsAddress(site.api().gets(address).response().body());
    }
}
