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
import org.springframework.stereotype.Component;

/**
 * Saves the request that led to the login. A page is opened after the login. A submitted form of a case is not submitted
 * again, because another user may log in: the page of the case shows it filled in. Other forms are not saved, because they
 * may hold passwords.
 */
@Component
public class LoginRequestCache extends HttpSessionRequestCache {

    /** Sessions of anonymous users are stored in the database, too, so that longer requests must not fill it. */
    private static final int MAX_URL_LENGTH = 2_000;

    private static final int MAX_FORM_LENGTH = 10_000;

    LoginRequestCache() {
        setSessionAttrName(LoginRequestCache.class.getName());
    }

    /**
     * Saves URL and parameters of a request, without its cookies and headers. The page of a saved form does not replace the
     * form: it is requested after the password, before the passkey.
     */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!canSave(request) || isPageOfSavedForm(request, response)) {
            return;
        }
        var saved = new SimpleSavedRequest(url(request));
        saved.setMethod(request.getMethod());
        if (HttpMethod.POST.matches(request.getMethod())) {
            saved.setParameters(new HashMap<>(request.getParameterMap()));
        }
        request.getSession().setAttribute(LoginRequestCache.class.getName(), saved);
    }

    /** Removes a saved page that is opened. Never returns a saved request, because Spring Security would replay it. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        var saved = getRequest(request, response);
        if (saved != null && HttpMethod.GET.matches(saved.getMethod()) && hasUrl(request, saved.getRedirectUrl())) {
            removeRequest(request, response);
        }
        return null;
    }

    /** Removes and returns the saved form of the requested page: the first value of each parameter by its name. */
    public Optional<Map<String, String>> removeSavedForm(HttpServletRequest request, HttpServletResponse response) {
        var form = findFormOfPage(request, response);
        form.ifPresent(saved -> removeRequest(request, response));
        return form.map(saved -> firstValues(saved.getParameterMap()));
    }

    private boolean isPageOfSavedForm(HttpServletRequest request, HttpServletResponse response) {
        return HttpMethod.GET.matches(request.getMethod())
                && findFormOfPage(request, response).isPresent();
    }

    private Optional<SavedRequest> findFormOfPage(HttpServletRequest request, HttpServletResponse response) {
        return findForm(request, response)
                .filter(saved -> URI.create(saved.getRedirectUrl()).getPath().equals(path(request)));
    }

    private Optional<SavedRequest> findForm(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(getRequest(request, response))
                .filter(saved -> HttpMethod.POST.matches(saved.getMethod()));
    }

    private static boolean hasUrl(HttpServletRequest request, String url) {
        return url.equals(url(request));
    }

    /** Returns path and query, without the context path and a host that the client may have made up. */
    private static String url(HttpServletRequest request) {
        var query = request.getQueryString();
        return path(request) + (query == null ? "" : "?" + query);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static Map<String, String> firstValues(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().length > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    private static boolean canSave(HttpServletRequest request) {
        boolean isPage = HttpMethod.GET.matches(request.getMethod());
        return url(request).length() <= MAX_URL_LENGTH && (isPage || isFormOfCase(request));
    }

    private static boolean isFormOfCase(HttpServletRequest request) {
        int length = request.getParameterMap().entrySet().stream()
                .mapToInt(parameter -> parameter.getKey().length()
                        + String.join("", parameter.getValue()).length())
                .sum();
        return DeskUrls.isCaseUrl(request.getServletPath()) && length <= MAX_FORM_LENGTH;
    }
}
