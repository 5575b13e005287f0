package dev.certpath.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.recommend.Recommendation;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Every address that the desk's pages lead to. */
@Component
public class DeskAddresses {

    static final String QUEUE = "/advisor";
    static final String SEVERAL = "/advisor/cases";
    static final String EXPORT = "/advisor/cases.csv";
    static final String CASE = "/advisor/cases/{id}";
    static final String INSIGHTS = "/advisor/insights";

    /** The parameter of a case's address that carries a {@link QueueTrail}. */
    static final String TRAIL = "queue";

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

    /** The newest cases. */
    public String queue() {
        return QUEUE;
    }

    /** A part of the queue. */
    public String queue(QueueForm form) {
        return with(QUEUE, form);
    }

    /** The cases in numbers. */
    public String insights() {
        return INSIGHTS;
    }

    /** The cases of a period in numbers. */
    public String insights(Period period) {
        return UriComponentsBuilder.fromPath(INSIGHTS)
                .queryParam(QueueForm.FROM, "{from}")
                .queryParam(QueueForm.TO, "{to}")
                .encode()
                .buildAndExpand(period.from(), period.to())
                .toUriString();
    }

    /** The same part as a file. */
    public String export(QueueForm form) {
        return with(EXPORT, form.without(QueueForm.AFTER));
    }

    /** Where several cases of that part are changed at once. */
    public String several(QueueForm form) {
        return with(SEVERAL, form);
    }

    /** A case. */
    public String casePage(String id) {
        return CASES + id;
    }

    /** A case, with the way back to where an advisor came from. */
    public String casePage(String id, QueueForm trail) {
        if (trail.equals(QueueTrail.NONE)) {
            return casePage(id);
        }
        var part = with("", trail).substring(1);
        return casePage(id) + "?" + TRAIL + "=" + UriUtils.encode(part, UTF_8);
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

    /**
     * The same, before any controller. Not by {@code sendRedirect} with a status: around that, filters would have no
     * chance to send the session's cookie and their headers along.
     */
    static void seeOther(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    private static String with(String path, QueueForm form) {
        var address = UriComponentsBuilder.fromPath(path);
        form.said().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(form.said()).toUriString();
    }
}
