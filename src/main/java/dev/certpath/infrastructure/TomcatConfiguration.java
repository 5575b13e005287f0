package dev.certpath.infrastructure;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the server does before the first filter, and for requests that reach none. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outsideTheFilters(
            ErrorMessages words,
            ITemplateEngine pages,
            JsonMapper json,
            ApplicationAvailability availability,
            TomcatServerProperties tomcat) {
        return server -> {
            server.addEngineValves(new RequestIdValve());
            server.addContextCustomizers(context -> {
                var host = context.getParent().getPipeline();
                host.addValve(new PlainErrorReportValve(words, pages, json, availability));
                // Half of the threads serve requests; the others are free to refuse what comes on top.
                host.addValve(new ConcurrencyLimitValve(tomcat.getThreads().getMax() / 2, words, pages, json));
            });
        };
    }
}
