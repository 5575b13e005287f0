package dev.certpath.infrastructure;

import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;

/**
 * The page, JSON document and calendar of one recommendation, without the application's host and port.
 *
 * @param address the path of its page
 * @param page the HTML of its main element
 * @param document its JSON document
 * @param calendar its iCalendar file
 */
record RecommendationSnapshot(String address, String page, String document, String calendar) {

    /** Saves a new recommendation and returns its snapshot. */
    static RecommendationSnapshot ofNewRecommendation(TestApplication site) {
        var address = site.student()
                .opens(SampleStudent.matching(
                                recommendation -> recommendation.firmness().lead() == 0)
                        .checkPage())
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address();
        return at(address, site);
    }

    /** Returns the snapshot of the recommendation at a path. */
    static RecommendationSnapshot at(String address, TestApplication site) {
        var page = site.student().opens(address).gets(200).page();
        return new RecommendationSnapshot(
                address,
                site.removeAddress(page.html().select("main").html()),
                body(site, "/api/v1" + address),
                body(site, address + "/plan.ics"));
    }

    private static String body(TestApplication site, String address) {
        return site.removeAddress(site.api().gets(address).body());
    }
}
