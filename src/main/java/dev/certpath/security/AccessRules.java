package dev.certpath.security;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.GuideUrls;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The URL patterns of the application and who may request each. A URL that no pattern matches is answered with 404 for
 * everyone. (The management port, where it is open, has {@link ManagementSecurityConfiguration} instead.)
 */
final class AccessRules {

    /** Who may request a URL. */
    enum Access {
        /** Anyone; requests have no session. */
        PUBLIC,
        /** Anyone; requests have a session, so that forms carry a CSRF token: login and logout. */
        ANONYMOUS_WITH_SESSION,
        /** Advisors who have presented their password, even if they still have to present a passkey. */
        ADVISORS_WITH_PASSWORD,
        /** Advisors who are logged in, and those who need a passkey and have none yet. */
        ADVISORS_WITHOUT_PASSKEY,
        /** Advisors who are logged in, with a passkey if they need one. */
        ADVISORS,
        /** Advisors who are logged in and manage accounts. */
        ADMINS
    }

    /**
     * Who may request the URLs of one pattern.
     *
     * @param pattern a path pattern as of {@link org.springframework.web.util.pattern.PathPattern}
     * @param access who may request it
     */
    record Rule(String pattern, Access access) {}

    static final List<Rule> ALL = List.of(
            new Rule("/", Access.PUBLIC),
            new Rule("/guide", Access.PUBLIC),
            new Rule("/guide/compare", Access.PUBLIC),
            new Rule("/questionnaire/check", Access.PUBLIC),
            new Rule("/questionnaire/{question}", Access.PUBLIC),
            new Rule("/recommendations", Access.PUBLIC),
            new Rule("/recommendations/{id}", Access.PUBLIC),
            new Rule("/recommendations/{id}/plan.ics", Access.PUBLIC),
            new Rule("/recommendations/{id}/ask", Access.PUBLIC),
            new Rule("/recommendations/{id}/withdraw", Access.PUBLIC),
            new Rule("/recommendations/{id}/delete", Access.PUBLIC),
            new Rule("/recommendations/{id}/what-if", Access.PUBLIC),
            new Rule("/deleted", Access.PUBLIC),
            new Rule("/shared/{shareId}", Access.PUBLIC),
            new Rule("/shared/{shareId}/plan.ics", Access.PUBLIC),
            new Rule("/api/v1/guide", Access.PUBLIC),
            new Rule("/api/v1/guide/editions/{number}", Access.PUBLIC),
            new Rule("/api/v1/preview", Access.PUBLIC),
            new Rule("/api/v1/recommendations", Access.PUBLIC),
            new Rule("/api/v1/recommendations/{id}", Access.PUBLIC),
            new Rule("/api/v1/shared/{shareId}", Access.PUBLIC),
            new Rule("/v3/api-docs", Access.PUBLIC),
            new Rule("/v3/api-docs.yaml", Access.PUBLIC),
            new Rule("/actuator/health", Access.PUBLIC),
            new Rule("/actuator/health/{group:liveness|readiness}", Access.PUBLIC),
            new Rule("/assets/**", Access.PUBLIC),
            new Rule("/login", Access.ANONYMOUS_WITH_SESSION),
            new Rule("/logout", Access.ANONYMOUS_WITH_SESSION),
            new Rule(DeskUrls.SECOND_FACTOR, Access.ADVISORS_WITH_PASSWORD),
            new Rule(DeskUrls.PASSKEY_LOGIN, Access.ADVISORS_WITH_PASSWORD),
            new Rule(DeskUrls.PASSKEY_LOGIN_OPTIONS, Access.ADVISORS_WITH_PASSWORD),
            new Rule(DeskUrls.PASSKEYS, Access.ADVISORS_WITHOUT_PASSKEY),
            new Rule(DeskUrls.PASSKEY_REGISTRATION, Access.ADVISORS_WITHOUT_PASSKEY),
            new Rule(DeskUrls.PASSKEY_REGISTRATION_OPTIONS, Access.ADVISORS_WITHOUT_PASSKEY),
            new Rule("/advisor", Access.ADVISORS),
            new Rule("/advisor/insights", Access.ADVISORS),
            new Rule("/advisor/password", Access.ADVISORS),
            new Rule("/advisor/next", Access.ADVISORS),
            new Rule("/advisor/cases", Access.ADVISORS),
            new Rule("/advisor/cases.csv", Access.ADVISORS),
            new Rule("/advisor/cases/{id}", Access.ADVISORS),
            new Rule(DeskUrls.EXAMS, Access.ADMINS),
            new Rule(DeskUrls.EXAM_CHANGES, Access.ADMINS),
            new Rule(DeskUrls.EXAM, Access.ADMINS),
            new Rule(DeskUrls.MAIL, Access.ADMINS),
            new Rule(GuideUrls.GUIDE, Access.ADMINS),
            new Rule(GuideUrls.EDITION, Access.ADMINS),
            new Rule(GuideUrls.DRAFT, Access.ADMINS),
            new Rule(GuideUrls.DRAFT_FILE, Access.ADMINS),
            new Rule(GuideUrls.DRAFT_PREVIEW, Access.ADMINS),
            new Rule(GuideUrls.PUBLICATION, Access.ADMINS),
            new Rule(GuideUrls.RECEIPTS, Access.ADMINS),
            new Rule(GuideUrls.CHANGES_FILE, Access.ADMINS),
            new Rule(GuideUrls.PINS, Access.ADMINS),
            new Rule(GuideUrls.NEW_PIN, Access.ADMINS),
            new Rule(GuideUrls.PIN, Access.ADMINS),
            new Rule("/advisor/accounts", Access.ADMINS),
            new Rule("/advisor/accounts/confirmation", Access.ADMINS),
            new Rule("/advisor/accounts/changes", Access.ADMINS));

    private AccessRules() {}

    /** Returns a matcher of the URLs of all rules whose requests have a session. */
    static RequestMatcher matcherWithSession() {
        return new OrRequestMatcher(Stream.of(patternsWithSession())
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }

    /** Returns the patterns of all rules whose requests have a session. */
    static String[] patternsWithSession() {
        return ALL.stream()
                .filter(rule -> rule.access() != Access.PUBLIC)
                .map(Rule::pattern)
                .toArray(String[]::new);
    }

    /** Returns the patterns of all rules with one of the given kinds of access. */
    static String[] patternsFor(Access... access) {
        return ALL.stream()
                .filter(rule -> List.of(access).contains(rule.access()))
                .map(Rule::pattern)
                .toArray(String[]::new);
    }
}
