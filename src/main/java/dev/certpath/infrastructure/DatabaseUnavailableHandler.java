package dev.certpath.infrastructure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database can't be reached, or can't write, whatever needs it answers 503 and says when to come back: in
 * handlers, and as a filter outside of everything that looks up or saves sessions and accounts.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class DatabaseUnavailableHandler extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUnavailableHandler.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var away = away(failure);
            if (response.isCommitted() || away.isEmpty()) {
                throw failure;
            }
            comeBackLater(away.get(), response);
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void comeBackLater(Exception away, HttpServletResponse response) throws IOException {
        LOG.warn("The database did not answer: {}", away.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** What the database said; others pass it on in exceptions of their own. */
    private static Optional<Exception> away(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof DataAccessException || cause instanceof TransactionException)
                .map(Exception.class::cast)
                .findFirst();
    }
}
