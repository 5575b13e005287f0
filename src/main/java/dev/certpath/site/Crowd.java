package dev.certpath.site;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.SemaphoreValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * How many may be served at once, and how many of them may wait for the database. Whoever comes on top of that is told
 * at once to come back: a short answer costs less than a long queue, and leaves the pages that need no database alone.
 */
@Configuration(proxyBeanMethods = false)
class Crowd {

    /** Half of the server's threads; the other half is there to refuse. */
    private static final int AT_ONCE = 100;

    private static final int WAITING_FOR_THE_DATABASE = 40;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door() {
        return server -> server.addContextValves(new Door());
    }

    @Bean
    TransactionExecutionListener queueForTheDatabase(HikariDataSource pool) {
        return new TransactionExecutionListener() {
            @Override
            public void beforeBegin(TransactionExecution transaction) {
                var connections = pool.getHikariPoolMXBean();
                if (connections != null && connections.getThreadsAwaitingConnection() >= WAITING_FOR_THE_DATABASE) {
                    throw new CannotCreateTransactionException("too many wait for the database");
                }
            }
        };
    }

    private static final class Door extends SemaphoreValve {

        Door() {
            setConcurrency(AT_ONCE);
            setBlock(false);
            setHighConcurrencyStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }

        /** Whoever asks how we are shall hear it above all when we are busy. */
        @Override
        public boolean controlConcurrency(Request request, Response response) {
            return !request.getRequestURI().startsWith("/actuator/");
        }

        @Override
        public void permitDenied(Request request, Response response) throws IOException, ServletException {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            super.permitDenied(request, response);
        }
    }
}
