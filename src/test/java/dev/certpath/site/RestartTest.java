package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.OnEveryDatabase;
import dev.certpath.Site;
import dev.certpath.Someone;
import dev.certpath.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved is there after a restart, as it was. */
@OnEveryDatabase
class RestartTest {

    @TempDir
    private Path folder;

    /** What is found at the addresses of one recommendation. */
    private record Found(String page, String document, String calendar) {}

    @Test
    void aRecommendationIsTheSamePageAndTheSameDocumentAfterARestart() {
        var before = opened();
        try (var site = Site.on(folder)) {
            assertThat(found(site, before.address())).isEqualTo(before.found());
            assertThat(site.kept()).isEqualTo(1);
        }
    }

    @Test
    void aLoginHoldsAfterARestart() {
        Visitor advisor;
        try (var before = Site.on(folder)) {
            advisor = before.advisor().isOn("/advisor");
        }
        try (var after = Site.on(folder)) {
            advisor.turnsTo(after).opens("/advisor").isOn("/advisor").sees("Log out admin");
        }
    }

    private record Opened(String address, Found found) {}

    private Opened opened() {
        try (var site = Site.on(folder)) {
            var address = site.student()
                    .opens(Someone.who(told -> told.firmness().lead() == 0).checkPage())
                    .presses("Get my recommendation")
                    .gets(200)
                    .page()
                    .address();
            return new Opened(address, found(site, address));
        }
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
