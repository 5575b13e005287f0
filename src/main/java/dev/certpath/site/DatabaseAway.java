package dev.certpath.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the database can't be reached, or can't write, whatever needs it answers 503 and says when to come back. */
@ControllerAdvice
class DatabaseAway {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    /** The same for filters, which handlers of exceptions don't see: the login looks up accounts there. */
    OncePerRequestFilter inFilters() {
        return new InFilters();
    }

    private final class InFilters extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (DataAccessException | TransactionException | InternalAuthenticationServiceException away) {
                comeBackLater(away, response);
            }
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void comeBackLater(Exception away, HttpServletResponse response) throws IOException {
        LOG.warn("The database did not answer: {}", away.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
