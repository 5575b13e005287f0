package dev.certpath.web.desk;

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
public class DeskUrls {

    public static final String QUEUE = "/advisor";
    public static final String SEVERAL = "/advisor/cases";
    public static final String EXPORT = "/advisor/cases.csv";
    public static final String CASE = "/advisor/cases/{id}";
    public static final String INSIGHTS = "/advisor/insights";

    /** The parameter of a case's address that carries the part of the queue its reader came from. */
    public static final String TRAIL = "queue";

    public static final String PASSWORD = "/advisor/password";
    public static final String ACCOUNTS = "/advisor/accounts";
    public static final String LOGIN = "/login";
    public static final String LOGIN_WRONG = "/login?wrong";
    public static final String LOGIN_AGAIN = "/login?again";
    public static final String LOGOUT = "/logout";
    public static final String LOGGED_OUT = "/login?out";

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
    public String queue(QueueParameters form) {
        return with(QUEUE, form);
    }

    /** The cases in numbers. */
    public String insights() {
        return INSIGHTS;
    }

    /** The cases of a period in numbers. */
    public String insights(PeriodParameters period) {
        return UriComponentsBuilder.fromPath(INSIGHTS)
                .queryParam(QueueParameters.FROM, "{from}")
                .queryParam(QueueParameters.TO, "{to}")
                .encode()
                .buildAndExpand(period.from(), period.to())
                .toUriString();
    }

    /** The same part as a file. */
    public String export(QueueParameters form) {
        return with(EXPORT, form.without(QueueParameters.AFTER));
    }

    /** Where several cases of that part are changed at once. */
    public String several(QueueParameters form) {
        return with(SEVERAL, form);
    }

    /** A case. */
    public String casePage(String id) {
        return CASES + id;
    }

    /** A case, with the way back to where an advisor came from. */
    public String casePage(String id, QueueParameters trail) {
        if (trail.isEmpty()) {
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

    public static boolean isCase(String path) {
        return path.startsWith(CASES);
    }

    /** Sends the browser on to a page, after a form did its work. */
    public static View seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    /**
     * The same, before any controller. Not by {@code sendRedirect} with a status: around that, filters would have no
     * chance to send the session's cookie and their headers along.
     */
    public static void seeOther(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    private static String with(String path, QueueParameters form) {
        var address = UriComponentsBuilder.fromPath(path);
        form.said().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(form.said()).toUriString();
    }
}
