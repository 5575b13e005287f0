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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything on a site that takes requests, found as a stranger would find it, by its documents and its pages; and what
 * the table of addresses names besides.
 */
final class EndpointDiscovery {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    private static final int MOST_PAGES = 500;

    private final Map<String, Endpoint> found = new LinkedHashMap<>();
    private final List<String> saved;

    private EndpointDiscovery(List<String> saved) {
        this.saved = saved;
    }

    /** The targets that someone finds who is logged in and knows the addresses of recommendations. */
    static Collection<Endpoint> on(TestApplication site, HttpBrowser advisor, List<String> saved) {
        var targets = new EndpointDiscovery(saved);
        targets.read(site.api());
        targets.look(advisor);
        AccessRules.TABLE.forEach(access -> targets.add(link(access.address()
                .replace("{id}", saved.get(0))
                .replaceAll("\\{[a-z]+:?([a-z]*).*?}", "$1")
                .replace("**", "nothing"))));
        return targets.withoutThoseOfOthers();
    }

    /** A list links to itself in every way that it can be filtered: they all are what its own form asks for, in part. */
    private List<Endpoint> withoutThoseOfOthers() {
        return found.values().stream()
                .filter(target -> found.values().stream().noneMatch(other -> other.asksForMoreThan(target)))
                .toList();
    }

    private void read(ApiClient api) {
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
                path.replace("{id}", saved.get(0)),
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

    private void look(HttpBrowser visitor) {
        var answers = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
        var ahead = Stream.concat(
                        Stream.of("/", "/questionnaire/check?" + answers, "/login", "/advisor"),
                        saved.stream().flatMap(id -> Stream.of("/recommendations/" + id, "/advisor/cases/" + id)))
                .collect(Collectors.toCollection(ArrayDeque::new));
        int asToldByName = ahead.size();
        var seen = new HashSet<String>();
        for (int opened = 0; !ahead.isEmpty() && opened < MOST_PAGES; opened++) {
            var address = ahead.remove();
            if (seen.add(link(address).shape()) || opened < asToldByName) {
                add(link(address));
                visitor.opens(address).html().select("form").forEach(form -> add(form(address, form)));
                links(visitor).forEach(ahead::add);
            }
        }
    }

    private static Stream<String> links(HttpBrowser visitor) {
        return visitor.html().select("a[href], link[href], script[src], img[src]").stream()
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
                .map(pair -> new Field(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1])))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void add(Endpoint target) {
        found.putIfAbsent(target.shape(), target);
    }
}
