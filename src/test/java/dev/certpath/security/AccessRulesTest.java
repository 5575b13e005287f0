package dev.certpath.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.certpath.testsupport.TestApplication;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The access rules have exactly one rule for every URL pattern of a handler. */
class AccessRulesTest {

    /** Handles error dispatches only. */
    private static final String ERROR_PATH = "/error";

    /** Patterns that no handler method of the application has: static files, actuator, logout, and filters of passkeys. */
    private static final Set<String> WITHOUT_HANDLER_METHOD = Set.of(
            "/assets/**",
            "/actuator/health",
            "/actuator/health/{group:liveness|readiness}",
            "/logout",
            "/login/webauthn",
            "/webauthn/authenticate/options",
            "/webauthn/register",
            "/webauthn/register/options");

    private final TestApplication site = TestApplication.shared();

    @Test
    void everyHandlerHasAnAccessRule() {
        var missing = handlerPatterns();
        missing.removeAll(rulePatterns());

        assertEquals(Set.of(ERROR_PATH), missing);
    }

    @Test
    void everyAccessRuleHasAHandler() {
        var missing = rulePatterns();
        missing.removeAll(handlerPatterns());

        assertEquals(new TreeSet<>(WITHOUT_HANDLER_METHOD), missing);
    }

    private Set<String> handlerPatterns() {
        return site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rulePatterns() {
        return AccessRules.ALL.stream().map(AccessRules.Rule::pattern).collect(Collectors.toCollection(TreeSet::new));
    }
}
