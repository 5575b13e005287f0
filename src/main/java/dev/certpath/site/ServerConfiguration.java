package dev.certpath.site;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** What the server does before the first filter, and for requests that reach none. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outsideTheFilters(
            ErrorWords words,
            ITemplateEngine pages,
            JsonMapper json,
            ApplicationAvailability availability,
            Turns turns) {
        return server -> {
            server.addEngineValves(new RequestIds());
            server.addContextCustomizers(context -> {
                var host = context.getParent().getPipeline();
                host.addValve(new Refusals(words, pages, json, availability));
                host.addValve(new Door(words, pages, json));
                host.addValve(new Line(turns));
            });
        };
    }
}
