package dev.certpath.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.certpath.testsupport.TestApplication;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of who may go where names every address there is, and no other. */
class AccessRulesTest {

    /** Reached only when a request failed, never by its own address. */
    private static final String ERRORS = "/error";

    /** Answered by no handler of ours: files, the health of the server, and the way out. */
    private static final Set<String> WITHOUT_HANDLER = Set.of(
            "/assets/**", "/webjars/**", "/actuator/health", "/actuator/health/{group:liveness|readiness}", "/logout");

    private final TestApplication site = TestApplication.shared();

    @Test
    void everyHandlerIsInTheTable() {
        var missing = handled();
        missing.removeAll(table());

        assertEquals(Set.of(ERRORS), missing);
    }

    @Test
    void everyAddressInTheTableHasAHandler() {
        var missing = table();
        missing.removeAll(handled());

        assertEquals(new TreeSet<>(WITHOUT_HANDLER), missing);
    }

    private Set<String> handled() {
        return site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> table() {
        return AccessRules.TABLE.stream().map(AccessRules::address).collect(Collectors.toCollection(TreeSet::new));
    }
}
