package dev.certpath.web.desk.passkey;

import dev.certpath.logging.WarningLimiter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to passkeys that can't be read or verified. Spring Security's filters throw whatever their libraries throw,
 * for missing members as well, which would be answered with 500.
 */
final class PasskeyErrorFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyErrorFilter.class);

    private final RequestMatcher passkeyRequests;
    private final WarningLimiter warnings;

    PasskeyErrorFilter(RequestMatcher passkeyRequests, WarningLimiter warnings) {
        this.passkeyRequests = passkeyRequests;
        this.warnings = warnings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !passkeyRequests.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataIntegrityViolationException invalid) { // such as an id that is too long
            reject(invalid, response);
        } catch (DataAccessException | TransactionException databaseFailure) {
            throw databaseFailure;
        } catch (RuntimeException invalid) {
            reject(invalid, response);
        }
    }

    private void reject(RuntimeException invalid, HttpServletResponse response) throws IOException {
        warnings.warn(LOG, "A passkey was rejected: " + invalid.getClass().getSimpleName());
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
}
