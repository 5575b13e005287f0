package dev.certpath.infrastructure;

import dev.certpath.security.LimitProperties;
import java.time.Clock;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
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

    /** More than a header has room for: Tomcat fails for requests with more languages, and pages have only one. */
    private static final int MAX_LOCALES = 16 * 1024;

    @Bean
    ContextPath contextPath(@Value("${server.servlet.context-path:}") String contextPath) {
        return new ContextPath(contextPath);
    }

    @Bean
    OverloadResponse overloadResponse(
            ContextPath contextPath, ErrorMessages messages, ITemplateEngine templates, JsonMapper json) {
        return new OverloadResponse(contextPath, messages, templates, json);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorValves(
            ContextPath contextPath,
            ErrorMessages messages,
            ITemplateEngine templates,
            JsonMapper json,
            ApplicationAvailability availability) {
        return factory -> {
            factory.addEngineValves(new RequestIdValve());
            factory.addContextCustomizers(context -> context.getParent()
                    .getPipeline()
                    .addValve(new PlainErrorReportValve(contextPath, messages, templates, json, availability)));
        };
    }

    /** Of the threads, a quarter processes requests, and a quarter waits for bodies. The others write and reject. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitValves(
            ContextPath contextPath,
            OverloadResponse rejection,
            LimitProperties limits,
            Clock clock,
            TomcatServerProperties tomcat) {
        int threads = tomcat.getThreads().getMax();
        int permits = threads / 4;
        int readers = threads / 4;
        return factory -> {
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxLocaleCount(MAX_LOCALES);
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout((int)
                            RequestBodyValve.readTimeout(limits.bodyTimeout()).toMillis());
                }
            });
            factory.addEngineValves(new ThreadShareValve(new AddressShares(limits.share(threads))));
            factory.addContextCustomizers(context -> {
                var host = context.getParent().getPipeline();
                host.addValve(new RequestBodyValve(
                        readers, new AddressShares(limits.share(readers)), limits.bodyTimeout(), clock, rejection));
                host.addValve(new ConcurrencyLimitValve(
                        permits, new AddressShares(limits.share(permits)), contextPath, rejection));
            });
        };
    }
}
