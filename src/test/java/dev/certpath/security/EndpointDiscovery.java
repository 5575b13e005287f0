package dev.certpath.security;

import dev.certpath.security.Endpoint.Field;
import dev.certpath.security.Endpoint.Kind;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds all endpoints of the application: the operations of its OpenAPI document, the forms and links of its pages, and the
 * patterns of {@link AccessRules}.
 */
final class EndpointDiscovery {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final int MAX_PAGES = 500;

    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final List<String> caseIds;
    private final List<String> shareIds;

    private EndpointDiscovery(List<String> caseIds, ApiClient api) {
        this.caseIds = caseIds;
        this.shareIds = caseIds.stream()
                .map(id -> api.gets("/api/v1/recommendations/" + id)
                        .json()
                        .get("shareUrl")
                        .stringValue()
                        .replaceFirst(".*/", ""))
                .toList();
    }

    /** Returns the endpoints that an advisor who is logged in and knows these cases can find. */
    static Collection<Endpoint> find(TestApplication site, HttpBrowser advisor, List<String> caseIds) {
        var discovery = new EndpointDiscovery(caseIds, site.api());
        discovery.readOpenApi(site.api());
        discovery.crawl(advisor);
        discovery.add(passkeyForm());
        discovery.add(mailForm());
        discovery.add(examRevisionForm());
        discovery.add(publicationForm());
        discovery.add(withdrawalForm());
        AccessRules.ALL.forEach(rule -> discovery.add(link(rule.pattern()
                .replace("{id}", caseIds.get(0))
                .replace("{shareId}", discovery.shareIds.get(0))
                .replace("{number}", "1")
                .replaceAll("\\{[a-z]+:?([a-z]*).*?}", "$1")
                .replace("**", "nothing"))));
        return discovery.withoutSubsets();
    }

    /** A form that only advisors with a passkey see. A crawler has none to present. */
    private static Endpoint passkeyForm() {
        var fields = List.of(
                new Field("_csrf", ""), new Field("act", "RENAME"), new Field("id", "x"), new Field("name", "Laptop"));
        return new Endpoint("POST", "/advisor/passkeys", Kind.FORM, fields, "");
    }

    /** A form that admins see after a change of an exam. */
    private static Endpoint examRevisionForm() {
        var fields = List.of(
                new Field("_csrf", ""),
                new Field("act", "restore"),
                new Field("number", "1"),
                new Field("revision", "1"));
        return new Endpoint("POST", "/advisor/exams/changes", Kind.FORM, fields, "");
    }

    /** A form that admins see for an edition that is not in force. */
    private static Endpoint publicationForm() {
        var fields = List.of(
                new Field("_csrf", ""),
                new Field("reason", "x"),
                new Field("when", "day"),
                new Field("day", "2027-01-14"));
        return new Endpoint("POST", "/advisor/guide/editions/1", Kind.FORM, fields, "");
    }

    /** A form that admins see while a publication is to come. */
    private static Endpoint withdrawalForm() {
        return new Endpoint(
                "POST", "/advisor/guide", Kind.FORM, List.of(new Field("_csrf", ""), new Field("withdraw", "1")), "");
    }

    /** A form that admins see while there is a mail that could not be sent. */
    private static Endpoint mailForm() {
        var fields = List.of(new Field("_csrf", ""), new Field("act", "again"), new Field("id", "x"));
        return new Endpoint("POST", "/advisor/mail", Kind.FORM, fields, "");
    }

    /** Drops links whose fields are a subset of another's: filter links of a list are subsets of its filter form. */
    private List<Endpoint> withoutSubsets() {
        return endpoints.values().stream()
                .filter(endpoint -> endpoints.values().stream().noneMatch(other -> other.hasMoreFieldsThan(endpoint)))
                .toList();
    }

    private void readOpenApi(ApiClient api) {
        var document = api.gets("/v3/api-docs").json();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .map(method -> operation(
                                document, method, path.getKey(), path.getValue().get(method)))
                        .forEach(this::add));
    }

    private Endpoint operation(JsonNode document, String method, String path, JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        var body = schema.isMissingNode()
                ? ""
                : example(resolved(document, schema)).toString();
        var fields = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                .map(parameter -> new Field(parameter.get("name").stringValue(), ""))
                .toList();
        return new Endpoint(
                method.toUpperCase(),
                path.replace("{id}", caseIds.get(0))
                        .replace("{shareId}", shareIds.get(0))
                        .replace("{number}", "1"),
                body.isEmpty() ? Kind.QUERY : Kind.JSON,
                fields,
                body);
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }

    private static ObjectNode example(JsonNode schema) {
        var example = JSON.createObjectNode();
        schema.get("properties").properties().forEach(property -> {
            var type = property.getValue();
            if (type.has("items")) {
                example.putArray(property.getKey()).add(type.at("/items/enum/0"));
            } else {
                example.put(property.getKey(), type.at("/enum/0").asString("2026-11-23"));
            }
        });
        return example;
    }

    private void crawl(HttpBrowser browser) {
        var answers = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
        var queue = Stream.of(
                        Stream.of("/", "/questionnaire/check?" + answers, "/login", "/advisor"),
                        caseIds.stream().flatMap(id -> Stream.of("/recommendations/" + id, "/advisor/cases/" + id)),
                        shareIds.stream().map(id -> "/shared/" + id))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(ArrayDeque::new));
        int startPages = queue.size();
        var visited = new HashSet<String>();
        for (int opened = 0; !queue.isEmpty() && opened < MAX_PAGES; opened++) {
            var address = queue.remove();
            if (visited.add(link(address).signature()) || opened < startPages) {
                add(link(address));
                browser.opens(address).html().select("form").forEach(form -> add(form(address, form)));
                links(browser).forEach(queue::add);
            }
        }
    }

    private static Stream<String> links(HttpBrowser browser) {
        return browser.html().select("a[href], link[href], script[src], img[src]").stream()
                .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("src"))
                .filter(address -> address.startsWith("/"))
                .map(address -> address.replaceFirst("#.*", ""));
    }

    private static Endpoint link(String address) {
        var parts = address.split("\\?", 2);
        return new Endpoint("GET", parts[0], Kind.QUERY, parts.length == 1 ? List.of() : fields(parts[1]), "");
    }

    private static Endpoint form(String page, Element form) {
        boolean posts = form.attr("method").equalsIgnoreCase("post");
        var action = form.hasAttr("action")
                ? URI.create(page).resolve(form.attr("action")).getRawPath()
                : page;
        return new Endpoint(
                posts ? "POST" : "GET",
                action.replaceFirst("\\?.*", ""),
                posts ? Kind.FORM : Kind.QUERY,
                form.select("[name]").stream().map(EndpointDiscovery::field).toList(),
                "");
    }

    private static Field field(Element control) {
        var option = Optional.ofNullable(control.selectFirst("option:last-of-type"));
        return new Field(control.attr("name"), option.map(Element::val).orElseGet(control::val));
    }

    private static List<Field> fields(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Field(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1])))
                .toList();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void add(Endpoint endpoint) {
        endpoints.putIfAbsent(endpoint.signature(), endpoint);
    }
}
