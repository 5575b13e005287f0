package dev.certpath.site;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the server does before the first filter, and for requests that reach none. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Longer than a full house takes to be served, and short for a page that is held up by others. */
    private static final Duration PATIENCE_IN_LINE = Duration.ofMillis(500);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outsideTheFilters(
            ErrorWords words, ITemplateEngine pages, JsonMapper json) {
        return server -> {
            server.addEngineValves(new RequestIds());
            server.addContextCustomizers(context -> {
                var host = context.getParent().getPipeline();
                host.addValve(new Refusals(words, pages, json));
                host.addValve(new Door(words, pages, json));
                host.addValve(new Line(Runtime.getRuntime().availableProcessors(), PATIENCE_IN_LINE));
            });
        };
    }
}
