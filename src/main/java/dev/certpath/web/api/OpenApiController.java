package dev.certpath.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.certpath.editions.CurrentGuide;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI document, which is generated once for each guide in force. Generating it for each request takes too long,
 * and the cache of springdoc, which is off, would keep the options of an earlier guide.
 */
@RestController
class OpenApiController extends OpenApiWebMvcResource {

    private final CurrentGuide currentGuide;

    OpenApiController(
            ObjectFactory<OpenAPIService> openApi,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers,
            CurrentGuide currentGuide) {
        super(openApi, requests, responses, operations, properties, providers, customizers);
        this.currentGuide = currentGuide;
    }

    /** The document by the name of its format. */
    private record Documents(Map<String, byte[]> byFormat) {}

    @Override
    public byte[] openapiJson(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        var known = documents().get("json");
        return known != null ? known : keep("json", super.openapiJson(request, path, Locale.ENGLISH));
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String path, Locale locale) throws JsonProcessingException {
        var known = documents().get("yaml");
        return known != null ? known : keep("yaml", super.openapiYaml(request, path, Locale.ENGLISH));
    }

    private byte[] keep(String format, byte[] document) {
        documents().put(format, document);
        return document;
    }

    private Map<String, byte[]> documents() {
        return currentGuide
                .get()
                .derive(Documents.class, guide -> new Documents(new ConcurrentHashMap<>()))
                .byFormat();
    }
}
