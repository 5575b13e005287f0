package dev.certpath.infrastructure;

import dev.certpath.logging.WarningLimiter;
import dev.certpath.persistence.DatabaseFailure;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
 * Answers 503 with {@code Retry-After} in a database outage, and 500 for any other database exception: as controller
 * advice, and as a filter around the filters that read and save sessions and accounts.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class DatabaseExceptionHandler extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseExceptionHandler.class);

    private static final String RETRY_AFTER_SECONDS = "10";

    private final WarningLimiter warnings;

    DatabaseExceptionHandler(WarningLimiter warnings) {
        this.warnings = warnings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException exception) {
            var failure = DatabaseFailure.find(exception); // servlets and filters wrap exceptions
            if (response.isCommitted() || failure.isEmpty()) {
                throw exception;
            }
            sendError(failure.get(), response);
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, PersistenceException.class})
    void handle(Exception exception, HttpServletResponse response) throws IOException {
        sendError(new DatabaseFailure(exception), response);
    }

    private void sendError(DatabaseFailure failure, HttpServletResponse response) throws IOException {
        failure.log(LOG, warnings);
        if (failure.isOutage()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
