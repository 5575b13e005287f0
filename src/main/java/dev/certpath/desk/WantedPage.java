package dev.certpath.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Remembers what a visitor wanted when the login came between. A page is shown after the login. A form of a case that
 * was sent is never sent again by itself, for nobody knows any more who sent it: the case's page shows it filled in.
 * Other forms are not remembered, least of all passwords.
 */
@Component
class WantedPage extends HttpSessionRequestCache {

    @SuppressWarnings("NullAway") // null is the documented way to keep "?continue" out of the addresses
    WantedPage() {
        setRequestMatcher(WantedPage::isWorthRemembering);
        setMatchingRequestParameterName(null);
    }

    /** Spring Security would go on with what was remembered, a sent form included. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return unsent(request, response).isPresent() ? null : super.getMatchingRequest(request, response);
    }

    /** What was typed into the form of this page and never saved, under the names of its controls; given out once. */
    Optional<Map<String, String>> takeUnsent(HttpServletRequest request, HttpServletResponse response) {
        var unsent = unsent(request, response)
                .filter(form -> URI.create(form.getRedirectUrl()).getPath().equals(request.getRequestURI()));
        unsent.ifPresent(form -> removeRequest(request, response));
        return unsent.map(form -> first(form.getParameterMap()));
    }

    private Optional<SavedRequest> unsent(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(getRequest(request, response))
                .filter(wanted -> HttpMethod.POST.matches(wanted.getMethod()));
    }

    private static Map<String, String> first(Map<String, String[]> values) {
        return values.entrySet().stream()
                .filter(field -> field.getValue().length > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
    }

    private static boolean isWorthRemembering(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || DeskAddresses.isCase(request.getServletPath());
    }
}
