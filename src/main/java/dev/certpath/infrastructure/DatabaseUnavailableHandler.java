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
 * Answers 503 with {@code Retry-After} when the database can't be reached or can't write: as controller advice, and as a
 * filter around the filters that read and save sessions and accounts.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class DatabaseUnavailableHandler extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUnavailableHandler.class);

    private static final String RETRY_AFTER_SECONDS = "10";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var cause = findDatabaseException(failure);
            if (response.isCommitted() || cause.isEmpty()) {
                throw failure;
            }
            sendServiceUnavailable(cause.get(), response);
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    void sendServiceUnavailable(Exception cause, HttpServletResponse response) throws IOException {
        LOG.warn("The database is unavailable: {}", cause.getClass().getSimpleName());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** Returns the database exception in the chain of causes: servlets and filters wrap exceptions. */
    private static Optional<Exception> findDatabaseException(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof DataAccessException || cause instanceof TransactionException)
                .map(Exception.class::cast)
                .findFirst();
    }
}
