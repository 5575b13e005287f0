package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.OnEveryDatabase;
import dev.certpath.Site;
import dev.certpath.Someone;
import dev.certpath.Visitor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was there before a restart is there after it, as it was. */
@OnEveryDatabase
class RestartTest {

    private static String address;
    private static Found before;
    private static Visitor advisor;
    private static Site site;

    /** What is found at the addresses of one recommendation. */
    private record Found(String page, String document, String calendar) {}

    @BeforeAll
    static void restarts(@TempDir Path folder) {
        try (var first = Site.on(folder)) {
            address = first.student()
                    .opens(Someone.who(told -> told.firmness().lead() == 0).checkPage())
                    .presses("Get my recommendation")
                    .gets(200)
                    .page()
                    .address();
            before = found(first);
            advisor = first.advisor().isOn("/advisor");
        }
        site = Site.on(folder);
    }

    @AfterAll
    static void stops() {
        site.close();
    }

    @Test
    void aRecommendationIsTheSamePageAndTheSameDocumentAfterARestart() {
        assertThat(found(site)).isEqualTo(before);
        assertThat(site.kept()).isEqualTo(1);
    }

    @Test
    void aLoginHoldsAfterARestart() {
        advisor.turnsTo(site).opens("/advisor").isOn("/advisor").sees("Log out admin");
    }

    private static Found found(Site site) {
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
