package dev.certpath.security;

import dev.certpath.security.Endpoint.Field;
import dev.certpath.security.Endpoint.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Creates random requests: valid ones for an endpoint, with random changes to some parts. */
final class RequestFuzzer {

    /** Values as sent in URLs and forms; some are deliberately not percent-encoded. */
    private static final List<String> VALUES = List.of(
            "",
            "+",
            "%00",
            "%",
            "%zz",
            "%ff",
            "%c0%ae%c0%ae",
            "%ED%A0%80",
            "%0d%0aX-Injected:%201",
            "..%2f..%2fetc%2fpasswd",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%24%7B7*7%7D",
            "'%20or%201=1%20--",
            "%3D1%2B1",
            "%F0%9F%92%A5%E2%80%AE",
            "e%CC%81".repeat(40),
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "[]",
            "9999-12-31",
            "2026-13-45",
            "-999999999-01-01",
            "aws,azure",
            "a".repeat(300),
            "a".repeat(5_000),
            "%22".repeat(2_000));

    /** Values as sent in JSON. */
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1e400",
            "99999999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u00ff\"",
            "\"aws\"",
            "\"9999-12-31\"",
            "\"-999999999-01-01\"",
            "\"" + "a".repeat(5_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[\"aws\"]]",
            "[\"aws\",\"aws\"]",
            "[" + "\"aws\",".repeat(1_500) + "\"aws\"]",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(1_200) + "1" + "}".repeat(1_200),
            "NaN",
            "'aws'",
            "");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FUZZ");

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=x",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            "application/xml",
            "x",
            "");

    private static final List<String> HEADERS = List.of(
            "Accept: application/xml",
            "Accept: x",
            "Accept-Language: ../../x",
            "Accept-Encoding: gzip, x;q=2",
            "Idempotency-Key: short",
            "Idempotency-Key: " + "k".repeat(32),
            "Idempotency-Key: " + "\u00e9".repeat(20),
            "Origin: null",
            "Origin: https://elsewhere.example",
            "Sec-Fetch-Site: cross-site",
            "X-Forwarded-Host: elsewhere.example",
            "X-Forwarded-For: ' or 1=1",
            "Range: bytes=0-,5-1",
            "If-None-Match: \"x",
            "If-Modified-Since: yesterday",
            "X-HTTP-Method-Override: DELETE",
            "Content-Encoding: gzip");

    private final Random random;

    RequestFuzzer(Random random) {
        this.random = random;
    }

    /** Returns a complete HTTP request for the endpoint, with that Cookie header unless it is empty. */
    String request(Endpoint endpoint, String cookies) {
        var path = oneInTen() ? mutatePath(endpoint.path()) : endpoint.path();
        var fields = fields(endpoint.fields());
        var body = body(endpoint, fields);
        var query =
                endpoint.kind() == Kind.QUERY && !fields.isEmpty() ? "?" + fields : oneInTen() ? "?" + any(VALUES) : "";
        return (oneInTen() ? any(METHODS) : endpoint.method()) + " " + path + query + " HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\n"
                + (cookies.isEmpty() || oneInTen() ? "" : "Cookie: " + cookies + "\r\n")
                + (threeInFour() ? "" : any(HEADERS) + "\r\n")
                + (body.isEmpty() ? "" : "Content-Type: " + contentType(endpoint) + "\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String body(Endpoint endpoint, String fields) {
        return switch (endpoint.kind()) {
            case QUERY -> "";
            case FORM -> fields;
            case JSON -> json(endpoint.json());
        };
    }

    private String contentType(Endpoint endpoint) {
        if (oneInTen()) {
            return any(CONTENT_TYPES);
        }
        return endpoint.kind() == Kind.JSON ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** Replaces a segment of the path by a random value. */
    private String mutatePath(String path) {
        var segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        segments.set(random.nextInt(segments.size()), any(VALUES));
        return "/" + String.join("/", segments);
    }

    private String fields(List<Field> fields) {
        var pairs = fields.stream()
                .map(field -> encode(field.name()) + "=" + encode(field.value()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int changes = random.nextInt(4); changes > 0 && !pairs.isEmpty(); changes--) {
            int index = random.nextInt(pairs.size());
            var name = pairs.get(index).replaceFirst("=.*", "");
            switch (random.nextInt(6)) {
                case 0 -> pairs.remove(index);
                case 1 -> pairs.add(pairs.get(index));
                case 2 -> pairs.add(any(VALUES) + "=" + any(VALUES));
                default -> pairs.set(index, name + "=" + any(VALUES));
            }
        }
        return String.join("&", pairs);
    }

    /** Changes the body as text; the result may be invalid JSON. */
    private String json(String body) {
        var mutated = body;
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            mutated = switch (random.nextInt(5)) {
                case 0 -> mutated.substring(0, random.nextInt(mutated.length() + 1));
                case 1 -> mutated.replaceFirst("\\{", "{\"" + any(List.of("x", "asOf", "roleFocus")) + "\":1,");
                case 2 -> any(JSON_VALUES);
                default -> replaceValue(mutated);
            };
        }
        return mutated;
    }

    private String replaceValue(String body) {
        var pairs = body.split(",(?=\")");
        int index = random.nextInt(pairs.length);
        pairs[index] =
                pairs[index].replaceFirst(":.*[^}]", ":" + any(JSON_VALUES).replace("\\", "\\\\"));
        return String.join(",", pairs);
    }

    private boolean oneInTen() {
        return random.nextInt(10) == 0;
    }

    private boolean threeInFour() {
        return random.nextInt(4) > 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
