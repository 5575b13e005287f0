package dev.certpath.infrastructure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Logs the URL of the application as the last line of start-up. */
@Component
class StartupMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartupMessage.class);

    private final ContextPath contextPath;

    StartupMessage(ContextPath contextPath) {
        this.contextPath = contextPath;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void logUrl(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null) {
            LOG.info(
                    "Certpath is ready: open http://localhost:{}{}/",
                    server.getWebServer().getPort(),
                    contextPath.value());
        }
    }
}
