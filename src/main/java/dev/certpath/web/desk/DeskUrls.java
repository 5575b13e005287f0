package dev.certpath.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.certpath.recommend.Recommendation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Builds the URLs that the pages of the desk link to. Templates use it as {@code urls}. */
@Component
public class DeskUrls {

    public static final String QUEUE = "/advisor";
    public static final String BULK_ACTION = "/advisor/cases";
    public static final String EXPORT = "/advisor/cases.csv";
    public static final String CASE = "/advisor/cases/{id}";
    public static final String NEXT_CASE = "/advisor/next";
    public static final String INSIGHTS = "/advisor/insights";

    /**
     * The query parameter of a case's URL that holds the query parameters of the queue page to return to, as one encoded
     * query string.
     */
    public static final String RETURN_TO = "queue";

    public static final String PASSWORD = "/advisor/password";
    public static final String ACCOUNTS = "/advisor/accounts";
    public static final String EXAMS = "/advisor/exams";
    public static final String EXAM = "/advisor/exams/{code}";
    public static final String EXAM_CHANGES = "/advisor/exams/changes";
    public static final String MAIL = "/advisor/mail";
    public static final String PASSKEYS = "/advisor/passkeys";
    public static final String PASSKEY_REGISTRATION = "/webauthn/register";
    public static final String PASSKEY_REGISTRATION_OPTIONS = "/webauthn/register/options";

    /** The page that asks for a passkey after the password. */
    public static final String SECOND_FACTOR = "/login/passkey";

    public static final String PASSKEY_LOGIN = "/login/webauthn";
    public static final String PASSKEY_LOGIN_OPTIONS = "/webauthn/authenticate/options";
    public static final String ACCOUNT_CHANGES = "/advisor/accounts/changes";
    public static final String ACCOUNT_CONFIRMATION = "/advisor/accounts/confirmation";
    public static final String LOGIN = "/login";
    public static final String LOGIN_FAILED = "/login?wrong";
    public static final String LOGIN_INVISIBLE_CHARACTERS = "/login?invisible";
    public static final String LOGIN_SESSION_EXPIRED = "/login?again";
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

    /** The facts about exams. */
    public String exams() {
        return EXAMS;
    }

    /** The form with the facts about an exam. */
    public String exam(String code) {
        return UriComponentsBuilder.fromPath(EXAM).encode().buildAndExpand(code).toUriString();
    }

    /** What was changed about exams, the latest first. */
    public String examChanges() {
        return EXAM_CHANGES;
    }

    /** What was changed about exams before the revision with this number. */
    public String examChangesBefore(int number) {
        return EXAM_CHANGES + "?before=" + number;
    }

    /** The mails that could not be sent. */
    public String mail() {
        return MAIL;
    }

    public String passkeys() {
        return PASSKEYS;
    }

    public String passkeyRegistration() {
        return PASSKEY_REGISTRATION;
    }

    public String passkeyRegistrationOptions() {
        return PASSKEY_REGISTRATION_OPTIONS;
    }

    public String passkeyLogin() {
        return PASSKEY_LOGIN;
    }

    public String passkeyLoginOptions() {
        return PASSKEY_LOGIN_OPTIONS;
    }

    /** The page that asks to confirm a change of an account. */
    public String accountConfirmation(String act, String username) {
        return UriComponentsBuilder.fromPath(ACCOUNT_CONFIRMATION)
                .queryParam("act", "{act}")
                .queryParam("username", "{username}")
                .encode()
                .buildAndExpand(act, username)
                .toUriString();
    }

    /** What was done to accounts, the latest first. */
    public String accountChanges() {
        return ACCOUNT_CHANGES;
    }

    /** What was done to accounts before the change with this number. */
    public String accountChangesBefore(long number) {
        return ACCOUNT_CHANGES + "?before=" + number;
    }

    /** The queue without filters, in its default order. */
    public String queue() {
        return QUEUE;
    }

    /** The queue with filters, order and page. */
    public String queue(QueueParameters parameters) {
        return withParameters(QUEUE, parameters);
    }

    /** The insights of the default period. */
    public String insights() {
        return INSIGHTS;
    }

    /** The insights of a period. */
    public String insights(PeriodParameters period) {
        return UriComponentsBuilder.fromPath(INSIGHTS)
                .queryParam(QueueParameters.FROM, "{from}")
                .queryParam(QueueParameters.TO, "{to}")
                .encode()
                .buildAndExpand(period.from(), period.to())
                .toUriString();
    }

    /** The CSV export of all pages of a queue. */
    public String export(QueueParameters parameters) {
        return withParameters(EXPORT, parameters.without(QueueParameters.AFTER));
    }

    /** The target of the form that changes several cases of a queue page. */
    public String bulkAction(QueueParameters parameters) {
        return withParameters(BULK_ACTION, parameters);
    }

    /** The target of the button that takes the next case. */
    public String nextCase() {
        return NEXT_CASE;
    }

    /** The page of a case. */
    public String caseUrl(String id) {
        return CASES + id;
    }

    /** The page of a case that links back to a page of the queue. */
    public String caseUrl(String id, QueueParameters returnTo) {
        if (returnTo.isEmpty()) {
            return caseUrl(id);
        }
        var query = withParameters("", returnTo).substring(1);
        return caseUrl(id) + "?" + RETURN_TO + "=" + UriUtils.encode(query, UTF_8);
    }

    /** The recommendation page that the student sees. */
    public String recommendation(String id) {
        return "/recommendations/" + id;
    }

    /** The students' check page, filled in with the answers of a case. It saves nothing until it is submitted. */
    public String checkAnswers(Recommendation recommendation) {
        var url = UriComponentsBuilder.fromPath("/questionnaire/check");
        recommendation
                .answered()
                .forEach(answer -> answer.codes()
                        .forEach(code -> url.queryParam(answer.question(), UriUtils.encode(code, UTF_8))));
        return url.build(true).toUriString();
    }

    /** Whether a path belongs to a page of one case. */
    public static boolean isCaseUrl(String path) {
        return path.startsWith(CASES);
    }

    /** Redirects with status 303, after a form was processed. */
    public static View seeOther(String url) {
        var view = new RedirectView(url, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    /**
     * Redirects with status 303 from a filter. Does not use {@code sendRedirect}, which commits the response before other
     * filters can add the session cookie and their headers.
     */
    public static void seeOther(String url, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + url);
    }

    private static String withParameters(String path, QueueParameters parameters) {
        var url = UriComponentsBuilder.fromPath(path);
        parameters.values().keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(parameters.values()).toUriString();
    }
}
