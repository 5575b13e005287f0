package dev.certpath.web.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The life of an account, from being added to being disabled and enabled again. */
class AccountAdministrationTest {

    private static final String NAME = "carla.new";
    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"none"}""";

    private final TestApplication application = TestApplication.withoutCases();
    private final CaseReviewService reviews = application.bean(CaseReviewService.class);

    @Test
    void eachChangeIsConfirmedAndListed() {
        var admin = application.advisor().opens("/advisor/accounts").types("Name", NAME);
        admin.presses("Add account").sees(NAME + " is added.");
        confirms(admin, "Make admin", "Make an admin");
        assertThat(role(admin)).isEqualTo("Admin");
        confirms(admin, "Make advisor", "Make an advisor");
        assertThat(role(admin)).isEqualTo("Advisor");
        confirms(admin, "Reset password", "Reset the password").sees("It is shown only this once");

        var id = application
                .api()
                .posts("/api/v1/recommendations", ANSWERS)
                .json()
                .at("/id")
                .stringValue();
        reviews.perform(id, 0, new CaseAction.Take(), NAME);
        confirms(admin, "Disable", "Disable the account").gets(400);
        admin.chooses("Give them back").presses("Disable the account").gets(200);
        assertThat(reviews.find(id).orElseThrow().assignee()).isEmpty();
        admin.presses("Enable " + NAME).gets(200);

        admin.follows("Changes of accounts");
        assertThat(admin.texts("tbody td:nth-of-type(3)")).hasSizeGreaterThanOrEqualTo(6);
    }

    private static HttpBrowser confirms(HttpBrowser admin, String link, String button) {
        return admin.follows(link + " " + NAME).sees(NAME).presses(button);
    }

    private static String role(HttpBrowser admin) {
        var row = Objects.requireNonNull(admin.html().getElementById("account-" + NAME))
                .parent();
        return List.copyOf(Objects.requireNonNull(row).select(".role").eachText())
                .get(0);
    }
}
