package dev.certpath.site;

import java.util.List;

/**
 * Who may go where: the whole list. An address that is not on it does not exist for anyone. (The management port, where
 * there is one, has {@link ManagementConfiguration} instead.)
 *
 * @param address a path pattern
 * @param who for whom it is
 */
record Access(String address, Who who) {

    /** Kinds of visitors. */
    enum Who {
        /** Anyone, without a session. */
        EVERYONE,
        /** Anyone, within a session, so that forms carry a token: the way in and out. */
        PASSERS_BY,
        /** Advisors who are logged in. */
        ADVISORS,
        /** Advisors who look after the accounts. */
        ADMINS
    }

    static final List<Access> TABLE = List.of(
            new Access("/", Who.EVERYONE),
            new Access("/guide", Who.EVERYONE),
            new Access("/questionnaire/check", Who.EVERYONE),
            new Access("/questionnaire/{question}", Who.EVERYONE),
            new Access("/recommendations", Who.EVERYONE),
            new Access("/recommendations/{id}", Who.EVERYONE),
            new Access("/recommendations/{id}/plan.ics", Who.EVERYONE),
            new Access("/recommendations/{id}/ask", Who.EVERYONE),
            new Access("/recommendations/{id}/withdraw", Who.EVERYONE),
            new Access("/recommendations/{id}/delete", Who.EVERYONE),
            new Access("/deleted", Who.EVERYONE),
            new Access("/api/v1/guide", Who.EVERYONE),
            new Access("/api/v1/preview", Who.EVERYONE),
            new Access("/api/v1/recommendations", Who.EVERYONE),
            new Access("/api/v1/recommendations/{id}", Who.EVERYONE),
            new Access("/v3/api-docs", Who.EVERYONE),
            new Access("/v3/api-docs.yaml", Who.EVERYONE),
            new Access("/actuator/health", Who.EVERYONE),
            new Access("/actuator/health/{group:liveness|readiness}", Who.EVERYONE),
            new Access("/assets/**", Who.EVERYONE),
            new Access("/webjars/**", Who.EVERYONE),
            new Access("/login", Who.PASSERS_BY),
            new Access("/logout", Who.PASSERS_BY),
            new Access("/advisor", Who.ADVISORS),
            new Access("/advisor/insights", Who.ADVISORS),
            new Access("/advisor/password", Who.ADVISORS),
            new Access("/advisor/cases", Who.ADVISORS),
            new Access("/advisor/cases.csv", Who.ADVISORS),
            new Access("/advisor/cases/{id}", Who.ADVISORS),
            new Access("/advisor/accounts", Who.ADMINS));

    /** The addresses for those visitors. */
    static String[] addressesFor(Who... visitors) {
        return TABLE.stream()
                .filter(access -> List.of(visitors).contains(access.who()))
                .map(Access::address)
                .toArray(String[]::new);
    }
}
