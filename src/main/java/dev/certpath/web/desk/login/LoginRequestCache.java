package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;

/**
 * Remembers what a visitor wanted when the login came between. A page is shown after the login. A form of a case that
 * was sent is never sent again by itself, for nobody knows any more who sent it: the case's page shows it filled in.
 * Other forms are not remembered, least of all passwords.
 */
@Component
public class LoginRequestCache extends HttpSessionRequestCache {

    /** Sessions of strangers are kept in the database too: what can't be a form of ours shall not fill it. */
    private static final int LONGEST_ADDRESS = 2_000;

    private static final int LONGEST_FORM = 10_000;

    LoginRequestCache() {
        setSessionAttrName(LoginRequestCache.class.getName());
    }

    /** Keeps the address, and what was typed into a form; no cookies and no headers. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!isWorthRemembering(request)) {
            return;
        }
        var wanted = new SimpleSavedRequest(UrlUtils.buildFullRequestUrl(request));
        wanted.setMethod(request.getMethod());
        if (HttpMethod.POST.matches(request.getMethod())) {
            wanted.setParameters(new HashMap<>(request.getParameterMap()));
        }
        request.getSession().setAttribute(LoginRequestCache.class.getName(), wanted);
    }

    /**
     * Forgets a page that is shown at last. The request itself goes on, whatever was remembered: Spring Security would
     * send a form again.
     */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var wanted = getRequest(request, response);
        if (wanted != null && HttpMethod.GET.matches(wanted.getMethod()) && isAt(wanted.getRedirectUrl(), request)) {
            removeRequest(request, response);
        }
        return null;
    }

    /** What was typed into the form of this page and never saved, under the names of its controls; given out once. */
    public Optional<Map<String, String>> takeUnsent(HttpServletRequest request, HttpServletResponse response) {
        var unsent = unsent(request, response)
                .filter(form -> URI.create(form.getRedirectUrl()).getPath().equals(request.getRequestURI()));
        unsent.ifPresent(form -> removeRequest(request, response));
        return unsent.map(form -> first(form.getParameterMap()));
    }

    private Optional<SavedRequest> unsent(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(getRequest(request, response))
                .filter(wanted -> HttpMethod.POST.matches(wanted.getMethod()));
    }

    private static boolean isAt(String address, HttpServletRequest request) {
        return address.equals(UrlUtils.buildFullRequestUrl(request));
    }

    private static Map<String, String> first(Map<String, String[]> values) {
        return values.entrySet().stream()
                .filter(field -> field.getValue().length > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()[0]));
    }

    private static boolean isWorthRemembering(HttpServletRequest request) {
        boolean isPage = HttpMethod.GET.matches(request.getMethod());
        return UrlUtils.buildFullRequestUrl(request).length() <= LONGEST_ADDRESS && (isPage || isFormOfACase(request));
    }

    private static boolean isFormOfACase(HttpServletRequest request) {
        int length = request.getParameterMap().entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + String.join("", field.getValue()).length())
                .sum();
        return DeskUrls.isCase(request.getServletPath()) && length <= LONGEST_FORM;
    }
}
