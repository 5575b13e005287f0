package dev.certpath.security;

import dev.certpath.security.Endpoint.Field;
import dev.certpath.security.Endpoint.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes requests of what a target would accept, and spoils them a little. */
final class RequestFuzzer {

    /** Values as they go over the wire in addresses and forms, encoded or on purpose not. */
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

    /** The same for JSON. */
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
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "MISCHIEF");

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

    /** A whole request for that target, from someone with those cookies. */
    String request(Endpoint target, String cookies) {
        var path = rarely() ? spoiled(target.path()) : target.path();
        var fields = fields(target.fields());
        var body = body(target, fields);
        var query = target.kind() == Kind.QUERY && !fields.isEmpty() ? "?" + fields : rarely() ? "?" + any(VALUES) : "";
        return (rarely() ? any(METHODS) : target.method()) + " " + path + query + " HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\n"
                + (cookies.isEmpty() || rarely() ? "" : "Cookie: " + cookies + "\r\n")
                + (often() ? "" : any(HEADERS) + "\r\n")
                + (body.isEmpty() ? "" : "Content-Type: " + contentType(target) + "\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String body(Endpoint target, String fields) {
        return switch (target.kind()) {
            case QUERY -> "";
            case FORM -> fields;
            case JSON -> json(target.json());
        };
    }

    private String contentType(Endpoint target) {
        if (rarely()) {
            return any(CONTENT_TYPES);
        }
        return target.kind() == Kind.JSON ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** Puts a hostile piece in place of a part of a path. */
    private String spoiled(String path) {
        var parts = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        parts.set(random.nextInt(parts.size()), any(VALUES));
        return "/" + String.join("/", parts);
    }

    private String fields(List<Field> fields) {
        var sent = fields.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int changes = random.nextInt(4); changes > 0 && !sent.isEmpty(); changes--) {
            int place = random.nextInt(sent.size());
            var name = sent.get(place).replaceFirst("=.*", "");
            switch (random.nextInt(6)) {
                case 0 -> sent.remove(place);
                case 1 -> sent.add(sent.get(place));
                case 2 -> sent.add(any(VALUES) + "=" + any(VALUES));
                default -> sent.set(place, name + "=" + any(VALUES));
            }
        }
        return String.join("&", sent);
    }

    /** Changes a body as text, so that it need not stay JSON. */
    private String json(String body) {
        var spoiled = body;
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            spoiled = switch (random.nextInt(5)) {
                case 0 -> spoiled.substring(0, random.nextInt(spoiled.length() + 1));
                case 1 -> spoiled.replaceFirst("\\{", "{\"" + any(List.of("x", "asOf", "roleFocus")) + "\":1,");
                case 2 -> any(JSON_VALUES);
                default -> withAnotherValue(spoiled);
            };
        }
        return spoiled;
    }

    private String withAnotherValue(String body) {
        var pairs = body.split(",(?=\")");
        int place = random.nextInt(pairs.length);
        pairs[place] =
                pairs[place].replaceFirst(":.*[^}]", ":" + any(JSON_VALUES).replace("\\", "\\\\"));
        return String.join(",", pairs);
    }

    private boolean rarely() {
        return random.nextInt(10) == 0;
    }

    private boolean often() {
        return random.nextInt(4) > 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
