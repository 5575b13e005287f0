package dev.certpath.web.desk.guide;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An admin who changes the guide of an application.
 *
 * @param application the application
 * @param browser a browser that is logged in
 */
record GuideAdmin(TestApplication application, HttpBrowser browser) {

    private static final String DRAFT = "/advisor/guide/draft";

    GuideAdmin(TestApplication application) {
        this(application, application.advisor());
    }

    /** Brings back the guide and the pins that the application ships, and deletes all cases. */
    void restoresShippedGuide() {
        application.update("delete from cases");
        application.update("update guide_draft set content = null, based_on = null");
        application.update("update guide_pins set replaces = null");
        application.update("delete from guide_pins where set_by is not null");
        application.update(
                "update guide_pins set publication = null, lifted_at = null, lifted_by = null, lift_reason = null");
        application.update("delete from guide_publications where published_by is not null");
        application.update("delete from guide_editions where number > 2");
        application.update("update guide_state set version = version + 1");
        application.bean(CurrentGuide.class).refresh();
    }

    HttpBrowser beginsDraft() {
        return browser.opens(DRAFT).presses("Begin the draft").gets(200).seesHeading("Draft of edition 3");
    }

    /** Opens the draft and returns its text. */
    String content() {
        return browser.opens(DRAFT).value("The edition as YAML");
    }

    /** Opens the draft when its dry run is finished. */
    HttpBrowser opensDraft() {
        return opens(DRAFT);
    }

    /** Opens a page again until its dry run is finished. */
    HttpBrowser opens(String page) {
        do {
            browser.opens(page).gets(200);
        } while (!browser.texts("[data-reload]").isEmpty());
        return browser;
    }

    /** The version of the draft on the current page. */
    String version() {
        return hidden("version");
    }

    /** The number of the dry run on the current page. */
    String dryRun() {
        return hidden("dryRun");
    }

    /** Posts fields, as pairs of name and value, to the page of the draft. */
    HttpBrowser posts(String... fields) {
        var values = new HashMap<String, List<String>>();
        values.put("_csrf", List.of(browser.csrfToken()));
        for (int index = 0; index < fields.length; index += 2) {
            values.put(fields[index], List.of(fields[index + 1]));
        }
        return browser.posts(DRAFT, Map.copyOf(values));
    }

    /** The number of the edition in force. */
    int edition() {
        return application.api().gets("/api/v1/guide").json().at("/edition").intValue();
    }

    private String hidden(String field) {
        return browser.html().expectFirst("input[name=" + field + "]").val();
    }
}
