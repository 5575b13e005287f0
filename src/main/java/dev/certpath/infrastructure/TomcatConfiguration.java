package dev.certpath.infrastructure;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Adds valves to Tomcat, which run before the filters and for requests that never reach them. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> valveCustomizer(
            ErrorMessages messages,
            ITemplateEngine templates,
            JsonMapper json,
            ApplicationAvailability availability,
            TomcatServerProperties tomcat) {
        return factory -> {
            factory.addEngineValves(new RequestIdValve());
            factory.addContextCustomizers(context -> {
                var host = context.getParent().getPipeline();
                host.addValve(new PlainErrorReportValve(messages, templates, json, availability));
                // Half of the threads serve requests; the others are free to reject further ones.
                host.addValve(new ConcurrencyLimitValve(tomcat.getThreads().getMax() / 2, messages, templates, json));
            });
        };
    }
}
