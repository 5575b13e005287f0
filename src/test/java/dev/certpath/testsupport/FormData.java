package dev.certpath.testsupport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Encodes forms as {@code application/x-www-form-urlencoded}. jsoup's own {@link FormElement#formData} sends "on" for a
 * ticked box with an empty value, which browsers do not.
 */
final class FormData {

    private FormData() {}

    /** Encodes the fields that a browser sends when the first button with this text is pressed. */
    static String of(FormElement form, String button) {
        return fields(form, button)
                .map(field -> encode(field.getKey(), field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The fields, as pairs of name and value, that a browser sends when the first button with this text is pressed. */
    static Stream<Map.Entry<String, String>> fields(FormElement form, String button) {
        var pressed = form.select("button").stream()
                .filter(candidate -> candidate.text().equals(button))
                .limit(1);
        var fields =
                form.elements().stream().filter(control -> !control.normalName().equals("button"));
        return Stream.concat(fields, pressed)
                .filter(control -> control.hasAttr("name") && !control.hasAttr("disabled"))
                .flatMap(control -> values(control).map(value -> Map.entry(control.attr("name"), value)));
    }

    /** Encodes fields, each with one or more values. */
    static String of(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> values(Element control) {
        return switch (control.normalName()) {
            case "select" -> selectedOptions(control).map(Element::val);
            case "textarea" -> Stream.of(control.val());
            case "button" -> Stream.of(control.val());
            case "input" -> isSent(control) ? Stream.of(value(control)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Stream<Element> selectedOptions(Element list) {
        var selected = list.select("option[selected]");
        return (selected.isEmpty() ? list.select("option").stream().limit(1) : selected.stream());
    }

    private static boolean isSent(Element input) {
        return !isBox(input) || input.hasAttr("checked");
    }

    private static String value(Element input) {
        return isBox(input) && !input.hasAttr("value") ? "on" : input.val();
    }

    private static boolean isBox(Element input) {
        return List.of("radio", "checkbox").contains(input.attr("type"));
    }

    private static String encode(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
