package dev.certpath.infrastructure;

import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;

/**
 * What is found at the addresses of one recommendation, less the site's own address, which differs from start to start.
 *
 * @param address where its page is
 * @param page what its page shows
 * @param document what programs are told
 * @param calendar its plan
 */
record RecommendationSnapshot(String address, String page, String document, String calendar) {

    /** A recommendation that someone gets there now. */
    static RecommendationSnapshot saved(TestApplication site) {
        var address = site.student()
                .opens(SampleStudent.matching(told -> told.firmness().lead() == 0)
                        .checkPage())
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address();
        return at(address, site);
    }

    /** The recommendation of that address. */
    static RecommendationSnapshot at(String address, TestApplication site) {
        var page = site.student().opens(address).gets(200).page();
        return new RecommendationSnapshot(
                address,
                site.removeAddress(page.html().select("main").html()),
                told(site, "/api/v1" + address),
                told(site, address + "/plan.ics"));
    }

    private static String told(TestApplication site, String address) {
        return site.removeAddress(site.api().gets(address).body());
    }
}
