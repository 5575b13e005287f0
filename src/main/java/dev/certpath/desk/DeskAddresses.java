package dev.certpath.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.recommend.Recommendation;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Every address that the desk's pages lead to. */
@Component
class DeskAddresses {

    static final String QUEUE = "/advisor";
    static final String CASE = "/advisor/cases/{id}";
    static final String PASSWORD = "/advisor/password";
    static final String ACCOUNTS = "/advisor/accounts";
    static final String LOGIN = "/login";
    static final String LOGIN_WRONG = "/login?wrong";
    static final String LOGIN_AGAIN = "/login?again";
    static final String LOGOUT = "/logout";
    static final String LOGGED_OUT = "/login?out";

    private static final String CASES = "/advisor/cases/";

    public String login() {
        return LOGIN;
    }

    public String password() {
        return PASSWORD;
    }

    public String accounts() {
        return ACCOUNTS;
    }

    /** The newest recommendations. */
    public String queue() {
        return QUEUE;
    }

    /** The newest of those recommendations. */
    public String queue(QueueForm filter) {
        return with(filter).build().toUriString();
    }

    /** The same, from a place in the list on. */
    public String olderThan(long number, QueueForm filter) {
        return with(filter).queryParam("before", number).build().toUriString();
    }

    /** A case. */
    public String casePage(String id) {
        return CASES + id;
    }

    /** The page that the student sees. */
    public String studentPage(String id) {
        return "/recommendations/" + id;
    }

    /** The students' check page with the answers of a case. Nothing is saved before its button is pressed. */
    public String tryOtherAnswers(Recommendation told) {
        var address = UriComponentsBuilder.fromPath("/questionnaire/check");
        told.answered()
                .forEach(answer -> answer.codes()
                        .forEach(code -> address.queryParam(answer.question(), UriUtils.encode(code, UTF_8))));
        return address.build(true).toUriString();
    }

    static boolean isCase(String path) {
        return path.startsWith(CASES);
    }

    /** Sends the browser on to a page, after a form did its work. */
    static View seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static UriComponentsBuilder with(QueueForm filter) {
        var address = UriComponentsBuilder.fromPath(QUEUE);
        if (!filter.first().isEmpty()) {
            address.queryParam("first", "{first}");
        }
        if (!filter.reference().isEmpty()) {
            address.queryParam("reference", "{reference}");
        }
        return address.encode().uriVariables(Map.of("first", filter.first(), "reference", filter.reference()));
    }
}
