package dev.certpath.security;

import java.util.List;

/**
 * Who may go where: the whole list. An address that is not on it does not exist for anyone. (The management port, where
 * there is one, has {@link ManagementSecurityConfiguration} instead.)
 *
 * @param address a path pattern
 * @param who for whom it is
 */
record AccessRules(String address, Who who) {

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

    static final List<AccessRules> TABLE = List.of(
            new AccessRules("/", Who.EVERYONE),
            new AccessRules("/guide", Who.EVERYONE),
            new AccessRules("/questionnaire/check", Who.EVERYONE),
            new AccessRules("/questionnaire/{question}", Who.EVERYONE),
            new AccessRules("/recommendations", Who.EVERYONE),
            new AccessRules("/recommendations/{id}", Who.EVERYONE),
            new AccessRules("/recommendations/{id}/plan.ics", Who.EVERYONE),
            new AccessRules("/recommendations/{id}/ask", Who.EVERYONE),
            new AccessRules("/recommendations/{id}/withdraw", Who.EVERYONE),
            new AccessRules("/recommendations/{id}/delete", Who.EVERYONE),
            new AccessRules("/deleted", Who.EVERYONE),
            new AccessRules("/api/v1/guide", Who.EVERYONE),
            new AccessRules("/api/v1/preview", Who.EVERYONE),
            new AccessRules("/api/v1/recommendations", Who.EVERYONE),
            new AccessRules("/api/v1/recommendations/{id}", Who.EVERYONE),
            new AccessRules("/v3/api-docs", Who.EVERYONE),
            new AccessRules("/v3/api-docs.yaml", Who.EVERYONE),
            new AccessRules("/actuator/health", Who.EVERYONE),
            new AccessRules("/actuator/health/{group:liveness|readiness}", Who.EVERYONE),
            new AccessRules("/assets/**", Who.EVERYONE),
            new AccessRules("/webjars/**", Who.EVERYONE),
            new AccessRules("/login", Who.PASSERS_BY),
            new AccessRules("/logout", Who.PASSERS_BY),
            new AccessRules("/advisor", Who.ADVISORS),
            new AccessRules("/advisor/insights", Who.ADVISORS),
            new AccessRules("/advisor/password", Who.ADVISORS),
            new AccessRules("/advisor/cases", Who.ADVISORS),
            new AccessRules("/advisor/cases.csv", Who.ADVISORS),
            new AccessRules("/advisor/cases/{id}", Who.ADVISORS),
            new AccessRules("/advisor/accounts", Who.ADMINS));

    /** The addresses for those visitors. */
    static String[] addressesFor(Who... visitors) {
        return TABLE.stream()
                .filter(access -> List.of(visitors).contains(access.who()))
                .map(AccessRules::address)
                .toArray(String[]::new);
    }
}
