package dev.certpath.site;

import dev.certpath.Site;
import dev.certpath.Someone;

/**
 * What is found at the addresses of one recommendation, less the site's own address, which differs from start to start.
 *
 * @param address where its page is
 * @param page what its page shows
 * @param document what programs are told
 * @param calendar its plan
 */
record Found(String address, String page, String document, String calendar) {

    /** A recommendation that someone gets there now. */
    static Found saved(Site site) {
        var address = site.student()
                .opens(Someone.who(told -> told.firmness().lead() == 0).checkPage())
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address();
        return at(address, site);
    }

    /** The recommendation of that address. */
    static Found at(String address, Site site) {
        var page = site.student().opens(address).gets(200).page();
        return new Found(
                address,
                site.withoutItsAddress(page.html().select("main").html()),
                told(site, "/api/v1" + address),
                told(site, address + "/plan.ics"));
    }

    private static String told(Site site, String address) {
        return site.withoutItsAddress(site.api().gets(address).response().body());
    }
}
